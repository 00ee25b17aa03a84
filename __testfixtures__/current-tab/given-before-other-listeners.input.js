let last;
const counts = [];

chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
    chrome.action.setBadgeText({ tabId: tab.id, text: String(last) });
  });
});
chrome.action.onClicked.addListener(async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  show(tab);
});
chrome.action.onClicked.addListener((tab) => {
  last = tab.id;
  count();
});

function show(tab) {
  chrome.action.setTitle({ tabId: tab.id, title: String(counts.length) });
}

function count() {
  counts.push(Date.now());
}
