document.querySelector('#go').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});

document.querySelector('#stop').addEventListener('click', async (event) => {
  event.preventDefault();
  (await browser.runtime.getBackgroundPage()).stop();
});

document.querySelector('#count').addEventListener('click', async () => {
  document.title = (await browser.runtime.getBackgroundPage()).count;
});
