document.querySelector('#go').addEventListener('click', function (event) {
  event.preventDefault();
  chrome.extension.getBackgroundPage().start();
  window.close();
});
