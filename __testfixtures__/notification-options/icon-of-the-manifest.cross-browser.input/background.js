browser.alarms.onAlarm.addListener(({ name }) => {
  browser.notifications.create({
    type: 'basic',
    title: 'Reminder',
    message: name
  });
  browser.notifications.create(name, { title: 'Again', message: name, "type": 'basic' });
  browser.notifications.create(name, { type: 'basic' /* no list */, title: 'Once more', message: name });
  browser.notifications.create(name, { type: 'basic', title: 'No message' });
});
