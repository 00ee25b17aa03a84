let color = 'grey';

function show(tabId) {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color });
}

chrome.storage.local.get({ color: 'red' }, (items) => {
  color = items.color;
  show(undefined);
});

chrome.tabs.onUpdated.addListener(show);

chrome.browserAction.onClicked.addListener(() => {
  chrome.tabs.onUpdated.removeListener(show);
  chrome.tabs.onUpdated.addListener(show);
});
