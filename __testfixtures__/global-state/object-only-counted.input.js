const visits = {};

chrome.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status !== 'complete') return;
  visits[new URL(url).host] = Date.now();
  chrome.action.setBadgeText({ text: String(Object.keys(visits).length) });
});
