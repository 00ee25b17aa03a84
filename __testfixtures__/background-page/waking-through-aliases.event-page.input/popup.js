const { extension } = browser;
const open = browser.extension.getBackgroundPage;

document.addEventListener('click', () => {
  extension.getBackgroundPage().start();
  open().start();
});
