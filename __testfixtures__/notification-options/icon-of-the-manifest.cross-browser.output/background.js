browser.alarms.onAlarm.addListener(({ name }) => {
  browser.notifications.create({
    type: 'basic',
    iconUrl: '/icons/bell-96.png',
    title: 'Reminder',
    message: name
  });
  browser.notifications.create(name, { title: 'Again', message: name, "type": 'basic', 'iconUrl': '/icons/bell-96.png' });
  browser.notifications.create(name, { type: 'basic' /* no list */, title: 'Once more', message: name });
  browser.notifications.create(name, { type: 'basic', title: 'No message' });
});
