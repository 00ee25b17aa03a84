let made = 0;
browser.tabs.onCreated.addListener(() => {
  made++;
});
browser.tabs.onActivated.addListener(() => {
  browser.tabs.query({}).then((all) => all.length + made).then(console.log);
});
browser.runtime.onMessage.addListener(async (message) => made + 1);
