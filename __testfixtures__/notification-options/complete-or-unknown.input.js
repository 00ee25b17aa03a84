const look = { type: 'basic', iconUrl: '/icon.png' };

chrome.alarms.onAlarm.addListener(({ name }) => {
  chrome.notifications.create({ type: 'basic', iconUrl: '/icon.png', title: 'Alarm', message: name });
  chrome.notifications.create(name, { ...look, title: 'Alarm', message: name });
  chrome.notifications.create(name, { [name]: 1, title: 'Alarm', message: name });
  chrome.notifications.create(name, look);
  chrome.notifications.update(name, { title: 'Late' });
  new Notification(name, { body: name });
});
