chrome.alarms.onAlarm.addListener(async () => {
  await chrome.downloads.download({ url: 'https://example.com/' });
  chrome.notifications.create({ type: 'basic', iconUrl: '/a.png', title: 'Done', message: '' });
});
