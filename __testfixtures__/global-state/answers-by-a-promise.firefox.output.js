let pending = [];
const stateRestored = browser.storage.session.get({ pending }).then((saved) => {
  pending = saved.pending;
}).catch(console.error);
browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'take') {
    return stateRestored.then(() => {
      let urls = pending;
      pending = [];
      browser.storage.session.set({ pending });
      return Promise.resolve(urls);
    });
  }
});
browser.menus.onClicked.addListener(async (info) => {
  await stateRestored;
  if (info.srcUrl) {
    pending.push(info.srcUrl);
    browser.storage.session.set({ pending });
  }
});
