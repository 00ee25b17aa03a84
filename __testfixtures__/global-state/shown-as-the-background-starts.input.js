let count = 0;

function showCount() {
  chrome.action.setBadgeText({ text: count > 0 ? String(count) : '' });
}

chrome.action.setBadgeBackgroundColor({ color: '#336699' });
showCount();

chrome.tabs.onCreated.addListener(() => {
  count++;
  showCount();
});
