document.querySelector('#go').addEventListener('click', () => {
  const page = browser.extension.getBackgroundPage();
  document.querySelector('#again').onclick = () => page.start();
});
