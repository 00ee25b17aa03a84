chrome.tabs.onCreated.addListener(() => {
  new Notification('New', { icon: 'bell.png', body: 'tab' });
});
chrome.notifications.onClicked.addListener((id) => chrome.tabs.create({ url: id }));
