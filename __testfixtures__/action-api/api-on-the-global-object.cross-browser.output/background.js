api.tabs.onCreated.addListener(() => {
  api.action.setBadgeText({ text: 'new' });
});

api.action.onClicked.addListener(() => {
  window.api.action.setBadgeText({ text: '' });
});
