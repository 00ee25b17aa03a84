const lastActive = new Map();

browser.tabs.onActivated.addListener(({ tabId }) => {
  lastActive.set(tabId, Date.now());
});

browser.tabs.onRemoved.addListener((tabId) => {
  lastActive.delete(tabId);
});

browser.runtime.onMessage.addListener(async (message) => {
  if (message.type === 'stats') return { lastActive: [...lastActive] };
  if (message.type === 'forget')
    lastActive.delete(message.tab);
});

browser.runtime.onMessageExternal.addListener(async (message) => {
  if (message === 'count') return lastActive.size;
  else if (message === 'clear') lastActive.clear();
  else return 'unknown';
});
