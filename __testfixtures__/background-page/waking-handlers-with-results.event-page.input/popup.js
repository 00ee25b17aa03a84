const button = document.querySelector('#go');
button.onclick = () => browser.extension.getBackgroundPage().start();
button.ondblclick = function () {
  browser.extension.getBackgroundPage().start();
  return false;
};
