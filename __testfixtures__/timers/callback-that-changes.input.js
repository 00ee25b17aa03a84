let work = () => chrome.action.setBadgeText({ text: 'a' });
setInterval(work, 60000);
chrome.tabs.onCreated.addListener(() => {
  work = () => chrome.action.setBadgeText({ text: 'b' });
});
