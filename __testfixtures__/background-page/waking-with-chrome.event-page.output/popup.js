document.querySelector('#go').addEventListener('click', async function (event) {
  event.preventDefault();
  (await browser.runtime.getBackgroundPage()).start();
  window.close();
});
