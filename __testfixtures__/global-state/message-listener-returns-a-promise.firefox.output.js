let n = 0;
const stateRestored = browser.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
browser.runtime.onMessage.addListener((message) => {
  if (message === 'add') {
    return stateRestored.then(() => {
      n++;
      browser.storage.session.set({ n });
      return Promise.resolve(n);
    });
  }
});
