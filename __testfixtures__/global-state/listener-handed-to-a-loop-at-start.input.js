let count = 0;

function onTab() {
  count++;
  chrome.browserAction.setBadgeText({ text: String(count) });
}

chrome.tabs.query({}, (tabs) => tabs.forEach(onTab));
chrome.tabs.onCreated.addListener(onTab);
