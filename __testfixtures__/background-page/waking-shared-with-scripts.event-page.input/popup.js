var page = browser.extension.getBackgroundPage();

document.addEventListener('click', function () {
  page.start();
});
