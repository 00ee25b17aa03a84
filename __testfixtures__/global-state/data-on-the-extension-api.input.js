chrome.visits = 0;
chrome.state = { last: '' };

chrome.tabs.onCreated.addListener((tab) => {
  chrome.visits++;
  chrome.state.last = tab.pendingUrl ?? '';
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setBadgeText({ text: String(chrome.visits) });
  chrome.browserAction.setTitle({ title: chrome.state.last });
});
