document.querySelector('#go').addEventListener('mousedown', () => {
  document.querySelector('a').href = browser.extension.getBackgroundPage().url;
});

document.querySelector('#go').addEventListener('click', (event) => {
  event.target.href = browser.extension.getBackgroundPage().url;
});
