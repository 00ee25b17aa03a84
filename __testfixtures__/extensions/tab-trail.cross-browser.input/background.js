// What is known of each tab, by its id.
const tabInfo = {};
const pinned = new Map();
let closed = 0;

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (!change.url || !/^http/.test(change.url)) return;
  tabInfo[tabId] = { url: change.url, first: (tabInfo[tabId] && tabInfo[tabId].first) || change.url, steps: ((tabInfo[tabId] && tabInfo[tabId].steps) || 0) + 1 };
  chrome.browserAction.setBadgeText({ tabId, text: String(tabInfo[tabId].steps) });
});

chrome.tabs.onRemoved.addListener((tabId) => {
  if (!(tabId in tabInfo)) return;
  delete tabInfo[tabId];
  pinned.delete(tabId);
  closed += 1;
});

// A click pins the page that is shown.
chrome.browserAction.onClicked.addListener((tab) => {
  if (pinned.has(tab.id)) {
    pinned.delete(tab.id);
  } else {
    pinned.set(tab.id, { url: tab.url, steps: tabInfo[tab.id] ? tabInfo[tab.id].steps : 0 });
  }
  chrome.browserAction.setTitle({ title: `${pinned.size} pinned` });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'trails':
      sendResponse({ open: Object.values(tabInfo), pinned: [...pinned.values()], closed });
      break;
    case 'mark': {
      const url = new URL(message.url).href;
      tabInfo[message.tabId] = { url, first: url, steps: 1 };
      sendResponse(Object.keys(tabInfo).length);
      break;
    }
    case 'forget':
      for (const id of Object.keys(tabInfo)) {
        if (tabInfo[id].url === message.url) delete tabInfo[id];
      }
      sendResponse(Object.keys(tabInfo).length);
      break;
  }
});
