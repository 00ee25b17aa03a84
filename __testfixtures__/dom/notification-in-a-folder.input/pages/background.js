chrome.tabs.onCreated.addListener(() => {
  new Notification('New', { icon: 'bell.png', body: 'tab' });
});
chrome.tabs.onRemoved.addListener(() => {
  new Notification('Gone', { icon: '/bell.png', body: 'tab' });
});
