document.getElementById('go').addEventListener('click', () => {
  browser.extension.getBackgroundPage().allow();
});

document.getElementById('more').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});
