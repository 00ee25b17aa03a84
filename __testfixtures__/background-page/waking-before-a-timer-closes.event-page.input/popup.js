function start() {
  browser.extension.getBackgroundPage().start();
}

document.getElementById('go').onclick = () => {
  start();
  setTimeout(window.close, 50);
};
