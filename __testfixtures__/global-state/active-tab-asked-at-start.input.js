var currentId = -1;

function show() {
  chrome.tabs.detectLanguage(null, function(language) {
    chrome.browserAction.setBadgeText({ text: String(language), tabId: currentId });
  });
}

chrome.tabs.onUpdated.addListener(function(tabId, change) {
  if (change.status == 'complete' && tabId == currentId) show();
});

chrome.tabs.onActivated.addListener(function(info) {
  currentId = info.tabId;
  show();
});

// The tab that the browser starts with.
chrome.tabs.query({ active: true, currentWindow: true }, function(tabs) {
  for (var i = 0; i < tabs.length; i++) currentId = tabs[i].id;
  show();
});
