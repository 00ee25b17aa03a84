let slow = null;
let other = false;
let asked = null;
let stopped = null;
let timer = 0;
const entries = {};

chrome.tabs.onCreated.addListener((tab) => {
  slow = tab.id;
  setTimeout(() => {
    slow = null;
  }, 120000);
  other = true;
  setTimeout(() => { other = true; }, 500);
  asked = tab.id;
  setTimeout(() => {
    if (!tab.active) asked = null;
  }, 500);
  stopped = tab.id;
  timer = setTimeout(() => {
    stopped = null;
  }, 500);
  entries[tab.id] = true;
  setTimeout(() => {
    delete entries[tab.windowId];
  }, 500);
});

chrome.tabs.onUpdated.addListener(() => {
  clearTimeout(timer);
});

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.browserAction.setTitle({ title: `${slow} ${other} ${asked} ${stopped} ${entries[tab.id]}` });
});
