let lastAsked = 0;
let lastShown = 0;
let lastSeen = 0;
let lastMoved;
const stateRestored = chrome.storage.session.get({ lastAsked, lastShown, lastSeen, lastMoved: { value: lastMoved } }).then((saved) => {
  lastAsked = saved.lastAsked;
  lastShown = saved.lastShown;
  lastSeen = saved.lastSeen;
  lastMoved = saved.lastMoved.value;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  if (Date.now() - lastAsked > 60000) {
    lastAsked = Date.now();
    chrome.storage.session.set({ lastAsked });
    chrome.action.setTitle({ title: 'asked' });
  }
});

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  if (lastShown > 0 && Date.now() - lastShown > 500) chrome.action.setTitle({ title: 'shown again' });
  lastShown = Date.now();
  chrome.storage.session.set({ lastShown });
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (Date.now() - lastSeen > 500) chrome.action.setTitle({ title: 'seen' });
  lastSeen = tab.index;
  chrome.storage.session.set({ lastSeen });
});

chrome.tabs.onMoved.addListener(async () => {
  await stateRestored;
  if (Date.now() - lastMoved < 500) return;
  if (lastMoved === undefined) chrome.action.setTitle({ title: 'first' });
  lastMoved = Date.now();
  chrome.storage.session.set({ lastMoved: { value: lastMoved } });
});
