let slow = null;
let other = false;
let asked = null;
let stopped = null;
let timer = 0;
const entries = {};
const stateRestored = chrome.storage.session.get({ other, asked, stopped, entries }).then((saved) => {
  other = saved.other;
  asked = saved.asked;
  stopped = saved.stopped;
  Object.assign(entries, saved.entries);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  slow = tab.id;
  setTimeout(() => {
    slow = null;
  }, 120000);
  other = true;
  chrome.storage.session.set({ other });
  setTimeout(() => {
    other = true;
    chrome.storage.session.set({ other });
  }, 500);
  asked = tab.id;
  chrome.storage.session.set({ asked });
  setTimeout(() => {
    if (!tab.active) {
      asked = null;
      chrome.storage.session.set({ asked });
    }
  }, 500);
  stopped = tab.id;
  chrome.storage.session.set({ stopped });
  timer = setTimeout(() => {
    stopped = null;
    chrome.storage.session.set({ stopped });
  }, 500);
  entries[tab.id] = true;
  chrome.storage.session.set({ entries });
  setTimeout(() => {
    delete entries[tab.windowId];
    chrome.storage.session.set({ entries });
  }, 500);
});

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  clearTimeout(timer);
});

chrome.browserAction.onClicked.addListener(async (tab) => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: `${slow} ${other} ${asked} ${stopped} ${entries[tab.id]}` });
});
