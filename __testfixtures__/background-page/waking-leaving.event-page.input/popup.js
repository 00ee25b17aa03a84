window.addEventListener('unload', () => browser.extension.getBackgroundPage().start());
window.onbeforeunload = function () {
  browser.extension.getBackgroundPage().start();
};
document.addEventListener('drop', () => browser.extension.getBackgroundPage().start());
