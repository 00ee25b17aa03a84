if (typeof Notification !== 'undefined') {
  setInterval(() => chrome.action.setBadgeText({ text: 'n' }), 60000);
}
