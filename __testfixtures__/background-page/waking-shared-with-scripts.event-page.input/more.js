document.addEventListener('keydown', function () {
  page.start();
});
