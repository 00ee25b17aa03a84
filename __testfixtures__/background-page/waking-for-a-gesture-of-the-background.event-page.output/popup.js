document.getElementById('go').addEventListener('click', () => {
  browser.extension.getBackgroundPage().allow();
});

document.getElementById('more').addEventListener('click', async () => {
  (await browser.runtime.getBackgroundPage()).start();
});
