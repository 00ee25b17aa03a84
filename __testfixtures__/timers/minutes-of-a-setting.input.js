let snoozing;

chrome.runtime.onMessage.addListener(async ({ snooze }) => {
  const { minutes } = await chrome.storage.sync.get({ minutes: 15 });
  if (!snooze) return;
  clearTimeout(snoozing);
  snoozing = setTimeout(() => chrome.action.setBadgeText({ text: '!' }), minutes * 60000);
});
