let delay = 1;
let factor = 1;
let wait = 0;

chrome.tabs.onUpdated.addListener((id, changes, tab) => {
  delay = 1 + delay * 2;
  factor = factor / 0.5;
  wait = 1000 * Number(tab.title);
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${delay} ${factor} ${wait}` });
});
