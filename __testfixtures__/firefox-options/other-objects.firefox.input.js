const dialog = { create: (options) => console.log(options) };

browser.runtime.onMessage.addListener((message) => {
  dialog.create({ title: 'Ask', buttons: ['Yes', 'No'], silent: true });
  browser.notifications.create(message.options);
  browser.notifications.create({ type: 'basic', title: 'Mail', message: message.text, priority: 2, eventTime: Date.now() });
  browser.browsingData.remove({ hostnames: ['example.com'] }, { cookies: true });
});
