var rules = {};
var waiting = [];
var isReady = false;
var applied = {};

function apply(tabId, url) {
  if (!isReady) {
    waiting.push([tabId, url]);
    return;
  }
  applied[tabId] = Object.keys(rules).filter(function (key) {
    return url.indexOf(key) >= 0;
  });
}

chrome.storage.local.get({ rules: {} }, function (items) {
  rules = items.rules;
  isReady = true;
  waiting.forEach(function (args) {
    apply(args[0], args[1]);
  });
  waiting = [];
});

chrome.tabs.onUpdated.addListener(function (tabId, change, tab) {
  apply(tabId, tab.url);
});

chrome.tabs.onRemoved.addListener(function (tabId) {
  delete applied[tabId];
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  sendResponse(applied[message.tabId]);
});
