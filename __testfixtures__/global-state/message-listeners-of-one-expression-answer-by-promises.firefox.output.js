let count = 0;
const stateRestored = browser.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'next') {
    return stateRestored.then(() => {
      ++count;
      browser.storage.session.set({ count });
      return Promise.resolve(count);
    });
  }
});
browser.runtime.onMessageExternal.addListener(() => {
  return stateRestored.then(() => {
    return Promise.resolve({ count });
  });
});
browser.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  browser.storage.session.set({ count });
});
