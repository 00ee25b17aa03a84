let count = 0;

function show() {
  chrome.browserAction.setBadgeText({ text: String(count) });
}

show();

chrome.tabs.onCreated.addListener(() => {
  count++;
  show();
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setBadgeText({ text: '' });
});
