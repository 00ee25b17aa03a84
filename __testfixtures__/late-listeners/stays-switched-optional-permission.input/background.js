function onNotificationClick(id) {
  browser.tabs.create({ url: id });
}
async function addHandlers() {
  if (await browser.permissions.contains({ permissions: ['notifications'] })) {
    browser.notifications.onClicked.addListener(onNotificationClick);
  }
}
browser.permissions.onAdded.addListener(addHandlers);
addHandlers();
