function report(share) {
  chrome.browserAction.setTitle({ title: `at ${share}` });
}

chrome.tabs.onActivated.addListener(({ tabId }) => {
  setTimeout(report, 60000, tabId / 4);
});

chrome.tabs.onRemoved.addListener((tabId) => {
  const half = tabId / 8;
  setTimeout(() => {
    chrome.browserAction.setBadgeText({ text: half.toFixed(2) });
  }, 120000);
});
