const locked = {};
const stateRestored = browser.storage.session.get({ locked }).then((saved) => {
  Object.assign(locked, saved.locked);
}).catch(console.error);

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'lock') {
    return stateRestored.then(() => {
      if (locked[message.name]) throw new Error('locked');
      locked[message.name] = true;
      browser.storage.session.set({ locked });
      return Promise.resolve(true);
    });
  }
  if (message.type === 'free') {
    stateRestored.then(() => {
      delete locked[message.name];
      browser.storage.session.set({ locked });
    });
  }
});
