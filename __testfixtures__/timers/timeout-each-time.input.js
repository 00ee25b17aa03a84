chrome.tabs.onCreated.addListener((tab) => {
  setTimeout(() => chrome.tabs.remove(tab.id), 60 * 1000);
});
chrome.commands.onCommand.addListener(() => {
  setTimeout(notify, 120000);
});

function notify() {
  chrome.action.setBadgeText({ text: 'done' });
}
