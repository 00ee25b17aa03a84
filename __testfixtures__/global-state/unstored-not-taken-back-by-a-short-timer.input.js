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
  setTimeout(() => { faked = null; }, 500);
}

chrome.tabs.onCreated.addListener((tab) => {
  none = tab.id;
  setTimeout(() => { none = null; }, 500);
  stepped = tab.id;
  setTimeout(function* () { stepped = null; }, 500);
  other[tab.id] = true;
  setTimeout(() => { delete other[tab.id]; }, 500);
  given[tab.id] = true;
  setTimeout(() => { delete given[tab.id]; }, 500);
  holders[tab.id] = lent;
  setTimeout(() => { delete holders[tab.id]; }, 500);
  fake(tab, () => {});
});

function mark(place) {
  renamed[place.id] = true;
  setTimeout(() => { delete renamed[place.id]; }, 500);
  place.id = 0;
}

chrome.webNavigation.onCommitted.addListener((details) => {
  mark({ id: details.tabId });
});

chrome.tabs.onUpdated.addListener((id) => {
  isFresh = false;
  delete filled[id];
  named[id] = true;
  entries()[id] = true;
  if (holders[id]) holders[id].opened++;
});

chrome.tabs.onRemoved.addListener((id) => {
  chrome.action.setTitle({ title: `${none === undefined} ${isFresh} ${stepped} ${faked} ${filled[id]} ${other[id]} ${given[id]} ${renamed[id]} ${lent.opened}` });
});
