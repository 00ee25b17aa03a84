chrome.tabs.onCreated.addListener(() => {
  setTimeout(() => chrome.action.setBadgeText({ text: '!' }), Math.random() * 60000);
});
