chrome.runtime.sendMessage({ type: 'page', host: location.hostname }, function (number) {
  document.documentElement.dataset.page = number;
});
