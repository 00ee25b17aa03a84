let count = 0;

function start() {
  chrome.action.setBadgeText({ text: String(count) });
  chrome.tabs.onRemoved.addListener(start);
}

start();

chrome.tabs.onCreated.addListener(() => {
  count++;
  start();
});
