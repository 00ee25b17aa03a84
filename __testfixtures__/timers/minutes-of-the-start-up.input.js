chrome.storage.sync.get({ minutes: 15 }, ({ minutes }) => {
  setTimeout(() => chrome.action.setBadgeText({ text: '!' }), minutes * 60000);
});
