const visits = {};

chrome.tabs.onUpdated.addListener((tabId, { status }, { url, windowId }) => {
  if (status !== 'complete') return;
  visits[windowId] = visits[windowId] || {};
  visits[windowId][new URL(url).host] = Date.now();
});

chrome.action.onClicked.addListener(({ windowId }) => {
  for (const host in visits[windowId]) console.log(host);
});
