document.querySelector('#go').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});

document.querySelector('#stay').addEventListener('click', async () => {
  (await browser.runtime.getBackgroundPage()).start();
});
