setInterval(() => chrome.storage.local.get('count', ({ count }) => chrome.browserAction.setBadgeText({ text: `${count}` })), 20000);
setInterval(() => chrome.runtime.getPlatformInfo(() => {}), 60000);
setInterval(() => {
  chrome.storage.local.get('a');
  chrome.storage.local.set({ a: 1 });
}, 1000);
