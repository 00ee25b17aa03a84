const closing = {};
const waiting = {};
const fading = {};
const dimming = {};

function close(tab) {
  closing[tab.id] = setTimeout(() => chrome.tabs.remove(tab.id), 5 * 60 * 1000);
}

// Two places start it for one tab.
chrome.tabs.onCreated.addListener((tab) => {
  close(tab);
  if (tab.url === 'https://a.example/') close(tab);
});
chrome.tabs.onRemoved.addListener((tabId) => clearTimeout(closing[tabId]));

// A loop starts it.
chrome.tabs.onCreated.addListener((tab) => {
  for (const url of [tab.url, tab.title]) {
    if (url) waiting[tab.id] = setTimeout(() => chrome.tabs.discard(tab.id), 6 * 60 * 1000);
  }
});
chrome.tabs.onRemoved.addListener((tabId) => clearTimeout(waiting[tabId]));

function warn() {
  chrome.action.setBadgeText({ text: 'old' });
}

// Another event starts it, too, and does not clear it first.
chrome.tabs.onCreated.addListener((tab) => {
  fading[tab.id] = setTimeout(warn, 7 * 60 * 1000);
});
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  fading[tab.id] = setTimeout(warn, 7 * 60 * 1000);
});
chrome.tabs.onRemoved.addListener((tabId) => clearTimeout(fading[tabId]));

// The key is not that of the new tab.
chrome.tabs.onCreated.addListener((tab) => {
  dimming[tab.windowId] = setTimeout(() => chrome.windows.remove(tab.windowId), 8 * 60 * 1000);
});
chrome.windows.onRemoved.addListener((windowId) => clearTimeout(dimming[windowId]));
