let timer;

chrome.tabs.onCreated.addListener(async () => {
  clearTimeout(timer);
  await chrome.storage.local.get('delay');
  timer = setTimeout(() => chrome.action.setBadgeText({ text: '!' }), 60000);
});
