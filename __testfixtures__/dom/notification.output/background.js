chrome.alarms.onAlarm.addListener(({ name }) => {
  chrome.notifications.create({
    type: 'basic',
    iconUrl: '/images/bell.png',
    title: 'Alarm',
    message: `It is time for ${name}`,
  });
});
chrome.tabs.onCreated.addListener((tab) => {
  if (tab.pinned) chrome.notifications.create({
    type: 'basic',
    iconUrl: chrome.runtime.getURL('images/pin.png'),
    title: String(tab.title),
    message: 'A pinned tab was opened, and this text goes on for some more words',
    requireInteraction: true,
  });
});
chrome.tabs.onRemoved.addListener((id) => {
  chrome.notifications.create({
    type: 'basic',
    iconUrl: '/images/bell.png',
    title: 'Closed',
    message: '',
  });
});
