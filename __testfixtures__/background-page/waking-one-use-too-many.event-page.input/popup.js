const page = browser.extension.getBackgroundPage();

document.addEventListener('click', () => page.start());

function count() {
  return page.count;
}

document.addEventListener('keydown', () => {
  document.title = count();
});
