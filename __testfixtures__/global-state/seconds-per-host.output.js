const MINUTE = 60 * 1000;
const seconds = {};
let since = Date.now();
let until = 0;
let half = 0;
const stateRestored = chrome.storage.session.get({ seconds, since, until, half }).then((saved) => {
  Object.assign(seconds, saved.seconds);
  since = saved.since;
  until = saved.until;
  half = saved.half;
  chrome.storage.session.set({ since });
}).catch(console.error);

chrome.tabs.onActivated.addListener(async ({ windowId }) => {
  const now = Date.now();
  await stateRestored;
  seconds[windowId] = (seconds[windowId] || 0) + Math.round((now - since) / 1000);
  since = now;
  chrome.storage.session.set({ seconds, since });
  until = Date.now() + Object.keys(seconds).length * MINUTE;
  chrome.storage.session.set({ until });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  half = 100 - half / 2;
  chrome.storage.session.set({ half });
  chrome.browserAction.setTitle({ title: `${JSON.stringify(seconds)} until ${until}, ${half}` });
});
