chrome.tabs.onCreated.addListener(() => {
  new Notification('New', { icon: 'bell.png', body: 'tab' });
});
