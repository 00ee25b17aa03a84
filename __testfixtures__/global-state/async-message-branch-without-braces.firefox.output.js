const lastActive = new Map();
const stateRestored = browser.storage.session.get({ lastActive: [] }).then((saved) => {
  for (const [key, value] of saved.lastActive) lastActive.set(key, value);
}).catch(console.error);

browser.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  lastActive.set(tabId, Date.now());
  browser.storage.session.set({ lastActive: [...lastActive] });
});

browser.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  if (lastActive.delete(tabId)) browser.storage.session.set({ lastActive: [...lastActive] });
});

browser.runtime.onMessage.addListener(async (message) => {
  if (message.type === 'stats') {
    await stateRestored;
    return { lastActive: [...lastActive] };
  }
  if (message.type === 'forget') {
    await stateRestored;
    lastActive.delete(message.tab);
    browser.storage.session.set({ lastActive: [...lastActive] });
  }
});

browser.runtime.onMessageExternal.addListener(async (message) => {
  if (message === 'count') {
    await stateRestored;
    return lastActive.size;
  }
  else if (message === 'clear') {
    await stateRestored;
    lastActive.clear();
    browser.storage.session.set({ lastActive: [...lastActive] });
  }
  else return 'unknown';
});
