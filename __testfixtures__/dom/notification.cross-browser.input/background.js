chrome.alarms.onAlarm.addListener(({ name }) => {
  new Notification('Alarm', { icon: 'images/bell.png', body: `It is time for ${name}` });
});
chrome.tabs.onCreated.addListener((tab) => {
  if (tab.pinned) new Notification(tab.title, {
    body: 'A pinned tab was opened, and this text goes on for some more words',
    icon: chrome.runtime.getURL('images/pin.png'),
    requireInteraction: true,
  });
});
chrome.tabs.onRemoved.addListener((id) => {
  new Notification('Closed', { icon: '/images/bell.png' });
});
