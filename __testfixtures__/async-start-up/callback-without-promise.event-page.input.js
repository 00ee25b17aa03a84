var options = {};
chrome.storage.sync.get(null, function (items) {
  options = items;
});
chrome.tabs.onUpdated.addListener(function () {
  console.log(options.a);
});
