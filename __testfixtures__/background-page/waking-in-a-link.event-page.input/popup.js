document.querySelector('#go').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});

document.querySelector('#stay').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});
