api.tabs.onCreated.addListener(() => {
  api.browserAction.setBadgeText({ text: 'new' });
});

api.browserAction.onClicked.addListener(() => {
  window.api.browserAction.setBadgeText({ text: '' });
});
