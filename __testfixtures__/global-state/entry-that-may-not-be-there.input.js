const tried = new Set();

chrome.webNavigation.onErrorOccurred.addListener((details) => {
  if (tried.has(details.tabId)) return;
  tried.add(details.tabId);
  chrome.tabs.reload(details.tabId);
});

function forget(details) {
  tried.delete(details.tabId);
}

chrome.webNavigation.onCompleted.addListener(forget);

chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (info.url) tried.delete(tabId);
  else chrome.action.setTitle({ title: 'none' });
});
