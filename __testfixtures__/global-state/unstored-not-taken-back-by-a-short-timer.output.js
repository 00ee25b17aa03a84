let none;
let isFresh = false;
let stepped = null;
const filled = {};
const other = {};
const named = other;
const given = {};
const renamed = {};
const lent = { opened: 0 };
const holders = {};
let faked = null;
const stateRestored = chrome.storage.session.get({ none: { value: none }, stepped, given, renamed, faked }).then((saved) => {
  none = saved.none.value;
  stepped = saved.stepped;
  Object.assign(given, saved.given);
  Object.assign(renamed, saved.renamed);
  faked = saved.faked;
}).catch(console.error);

isFresh = true;
setTimeout(() => { isFresh = false; }, 500);

function fill(id) {
  filled[id] = true;
  setTimeout(() => { delete filled[id]; }, 500);
}
fill(1);

function entries() {
  return given;
}

function fake(tab, setTimeout) {
  faked = tab.id;
  chrome.storage.session.set({ faked });
  setTimeout(() => {
    faked = null;
    chrome.storage.session.set({ faked });
  }, 500);
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  none = tab.id;
  chrome.storage.session.set({ none: { value: none } });
  setTimeout(() => {
    none = null;
    chrome.storage.session.set({ none: { value: none } });
  }, 500);
  stepped = tab.id;
  chrome.storage.session.set({ stepped });
  setTimeout(function* () {
    stepped = null;
    chrome.storage.session.set({ stepped });
  }, 500);
  other[tab.id] = true;
  setTimeout(() => { delete other[tab.id]; }, 500);
  given[tab.id] = true;
  chrome.storage.session.set({ given });
  setTimeout(() => {
    delete given[tab.id];
    chrome.storage.session.set({ given });
  }, 500);
  holders[tab.id] = lent;
  setTimeout(() => { delete holders[tab.id]; }, 500);
  fake(tab, () => {});
});

function mark(place) {
  renamed[place.id] = true;
  chrome.storage.session.set({ renamed });
  setTimeout(() => {
    delete renamed[place.id];
    chrome.storage.session.set({ renamed });
  }, 500);
  place.id = 0;
}

chrome.webNavigation.onCommitted.addListener(async (details) => {
  await stateRestored;
  mark({ id: details.tabId });
});

chrome.tabs.onUpdated.addListener(async (id) => {
  await stateRestored;
  isFresh = false;
  delete filled[id];
  named[id] = true;
  entries()[id] = true;
  chrome.storage.session.set({ given });
  if (holders[id]) holders[id].opened++;
});

chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  chrome.action.setTitle({ title: `${none === undefined} ${isFresh} ${stepped} ${faked} ${filled[id]} ${other[id]} ${given[id]} ${renamed[id]} ${lent.opened}` });
});
