const MINUTE = 60 * 1000;

setInterval(async () => {
  const { log = [] } = await chrome.storage.local.get('log');
  await chrome.storage.local.set({ log: [...log, 'checked'].slice(-5) });
}, 10 * MINUTE);
setInterval(() => chrome.action.setBadgeText({ text: 'new' }), 45_000);
