(function () {
  chrome.tabs.onCreated.addListener(() => {});
})();
(() => {
  chrome.tabs.onRemoved.addListener(() => {});
})();
(function () {
  this.started = true;
  chrome.idle.onStateChanged.addListener(() => {});
}).call(this);
