let page;
let other = browser.extension.getBackgroundPage();

document.addEventListener('click', () => {
  page = browser.extension.getBackgroundPage();
  page.start();
  other.start();
});

document.addEventListener('dblclick', () => {
  other = null;
});
