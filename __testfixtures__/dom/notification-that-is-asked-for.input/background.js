chrome.tabs.onCreated.addListener(() => {
  if (Notification.permission === 'granted') {
    new Notification('New', { icon: 'bell.png', body: 'tab' });
  }
});
