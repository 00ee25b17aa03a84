chrome.tabs.onCreated.addListener(() => {
  new Notification('New', { icon: 'bell.png', body: 'tab' });
});
chrome.tabs.onRemoved.addListener(() => {
  chrome.notifications.create({
    type: 'basic',
    iconUrl: '/bell.png',
    title: 'Gone',
    message: 'tab'
  });
});
