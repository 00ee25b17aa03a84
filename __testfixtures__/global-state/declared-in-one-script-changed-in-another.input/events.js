chrome.tabs.onCreated.addListener(function () {
  seen += 1;
  report();
});
