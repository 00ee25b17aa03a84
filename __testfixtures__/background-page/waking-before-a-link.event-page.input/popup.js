document.querySelector('#go').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});

document.querySelector('#stop').addEventListener('click', (event) => {
  event.preventDefault();
  browser.extension.getBackgroundPage().stop();
});

document.querySelector('#count').addEventListener('click', () => {
  document.title = browser.extension.getBackgroundPage().count;
});
