browser.alarms.onAlarm.addListener(async ({ name }) => {
  const id = await browser.notifications.create({ title: name, message: '' } as browser.notifications.CreateNotificationOptions);
  console.log(id);
});
