let first;

function firstAddress(url) {
  if (!first) first = url.trim();
  return first;
}

chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  chrome.browserAction.setTitle({ title: firstAddress(tab.url) });
});
