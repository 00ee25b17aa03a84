let since = null;
let used = 0;
let last = 0;

chrome.tabs.onCreated.addListener(() => {
  if (Date.now() - since > 10000) chrome.action.setBadgeText({ text: '+' });
  since = Date.now();
});

let windowStart = 0;
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (Date.now() - windowStart >= 5000) {
    windowStart = Date.now();
    used = 0;
  }
  used += 1;
  if (used < 4) chrome.action.setTitle({ title: tab.title });
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  const now = new Date();
  if (!(now - last < 500)) chrome.action.setBadgeText({ text: String(tabId) });
  last = now;
});
