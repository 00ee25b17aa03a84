const counts = new Map([[1, { n: 0 }]]);

chrome.tabs.onCreated.addListener(() => {
  counts.get(1).n += 1;
});
chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setBadgeText({ text: String(counts.get(1).n) });
});
