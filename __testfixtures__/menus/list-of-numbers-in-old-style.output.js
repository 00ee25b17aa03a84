function snooze(minutes) {
  chrome.tabs.create({ url: 'quiet.html?' + minutes });
}

chrome.runtime.onInstalled.addListener(function() {
  [15, 30].forEach(function(min) {
    chrome.contextMenus.create({ id: 'min-' + min, title: min + ' minutes', contexts: ['page'] });
  });
});

chrome.contextMenus.onClicked.addListener(function(info) {
  var min = [15, 30].find(function(min) { return 'min-' + min === info.menuItemId; });
  if (min === undefined) return;
  snooze(min);
});
