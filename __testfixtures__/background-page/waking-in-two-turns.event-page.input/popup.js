document.querySelector('#go').addEventListener('click', () => {
  const page = browser.extension.getBackgroundPage();
  document.querySelector('#again').addEventListener('click', () => page.start());
  window.onkeydown = function () {
    document.title = page.count;
  };
});
