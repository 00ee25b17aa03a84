let mode = 'day';
const stateRestored = browser.storage.session.get({ mode }).then((saved) => {
  mode = saved.mode;
}).catch(console.error);

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'night') {
    stateRestored.then(() => {
      mode = 'night';
      browser.storage.session.set({ mode });
    });
  }
  else if (message === 'day') {
    stateRestored.then(() => {
      mode = 'day'
      browser.storage.session.set({ mode });
    });
  }
});

browser.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(mode);
});
