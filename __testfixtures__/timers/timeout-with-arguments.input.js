function remind(tabId, windowId, how) {
  chrome.tabs.query({ windowId, active: true }, () => chrome.action.setBadgeText({ tabId, text: how }));
}

function close(tabId) {
  chrome.tabs.remove(tabId);
}

chrome.tabs.onCreated.addListener((tab) => {
  setTimeout(close, 60000, tab.id);
});

chrome.tabs.onRemoved.addListener((tabId) => {
  setTimeout(close, 90000, tabId);
});

chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
  setTimeout(remind, 5 * 60000, tabId, windowId, 'long');
});
