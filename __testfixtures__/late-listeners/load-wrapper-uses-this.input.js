window.onload = function () {
  this.started = Date.now();
  chrome.tabs.onCreated.addListener(() => {});
};
