let count = 0;

function show() {
  chrome.browserAction.setBadgeText({ text: String(count) });
}

show();

chrome.tabs.onUpdated.addListener(() => {
  count++;
});

chrome.tabs.onActivated.addListener(() => {
  show();
});
