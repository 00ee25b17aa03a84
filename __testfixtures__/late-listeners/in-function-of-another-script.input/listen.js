function listen() {
  chrome.tabs.onCreated.addListener(function () {});
}
