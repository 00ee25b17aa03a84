chrome.storage.local.get('name', () => {
  setTimeout(() => chrome.action.setBadgeText({ text: 'late' }), 60000);
});
