let paused = false;
var log = 0;
const stateRestored = browser.storage.session.get({ paused, log }).then((saved) => {
  paused = saved.paused;
  log = saved.log;
}).catch(console.error);

browser.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    paused = message.paused === true;
    browser.storage.session.set({ paused });
  });
});

browser.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  log++;
  browser.storage.session.set({ log });
  if (paused) browser.tabs.remove(tab.id);
  browser.browserAction.setTitle({ title: String(log) });
});
