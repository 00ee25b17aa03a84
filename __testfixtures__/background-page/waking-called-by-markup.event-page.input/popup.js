function start() {
  browser.extension.getBackgroundPage().start();
}

document.addEventListener('keydown', start);
