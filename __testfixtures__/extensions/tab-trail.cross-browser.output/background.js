// What is known of each tab, by its id.
const tabInfo = {};
const pinned = new Map();
let closed = 0;
const stateRestored = chrome.storage.session.get({ tabInfo, pinned: [], closed }).then((saved) => {
  Object.assign(tabInfo, saved.tabInfo);
  for (const [key, value] of saved.pinned) pinned.set(key, value);
  closed = saved.closed;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, change, tab) => {
  if (!change.url || !/^http/.test(change.url)) return;
  await stateRestored;
  tabInfo[tabId] = { url: change.url, first: (tabInfo[tabId] && tabInfo[tabId].first) || change.url, steps: ((tabInfo[tabId] && tabInfo[tabId].steps) || 0) + 1 };
  chrome.storage.session.set({ tabInfo });
  chrome.action.setBadgeText({ tabId, text: String(tabInfo[tabId].steps) });
});

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  if (!(tabId in tabInfo)) return;
  delete tabInfo[tabId];
  pinned.delete(tabId);
  closed += 1;
  chrome.storage.session.set({ tabInfo, pinned: [...pinned], closed });
});

// A click pins the page that is shown.
chrome.action.onClicked.addListener(async (tab) => {
  await stateRestored;
  if (pinned.has(tab.id)) {
    if (pinned.delete(tab.id)) chrome.storage.session.set({ pinned: [...pinned] });
  } else {
    pinned.set(tab.id, { url: tab.url, steps: tabInfo[tab.id] ? tabInfo[tab.id].steps : 0 });
    chrome.storage.session.set({ pinned: [...pinned] });
  }
  chrome.action.setTitle({ title: `${pinned.size} pinned` });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'trails':
      stateRestored.then(() => {
        sendResponse({ open: Object.values(tabInfo), pinned: [...pinned.values()], closed });
      });
      return true;
    case 'mark': {
      const url = new URL(message.url).href;
      stateRestored.then(() => {
        tabInfo[message.tabId] = { url, first: url, steps: 1 };
        chrome.storage.session.set({ tabInfo });
        sendResponse(Object.keys(tabInfo).length);
      });
      return true;
    }
    case 'forget':
      stateRestored.then(() => {
        for (const id of Object.keys(tabInfo)) {
          if (tabInfo[id].url === message.url) delete tabInfo[id];
        }
        chrome.storage.session.set({ tabInfo });
        sendResponse(Object.keys(tabInfo).length);
      });
      return true;
  }
});
