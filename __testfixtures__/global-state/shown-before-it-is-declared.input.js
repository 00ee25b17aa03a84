function showCount() {
  chrome.action.setBadgeText({ text: String(count) });
}

showCount();

var count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  showCount();
});
