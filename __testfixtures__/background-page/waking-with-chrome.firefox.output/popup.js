document.querySelector('#go').addEventListener('click', async function (event) {
  event.preventDefault();
  (await chrome.runtime.getBackgroundPage()).start();
  window.close();
});
