let count = 0;

function showCount() {
  chrome.action.setBadgeText({ text: String(count) });
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Tabs', message: String(count) });
}

showCount();

chrome.tabs.onCreated.addListener(() => {
  count++;
  showCount();
});
