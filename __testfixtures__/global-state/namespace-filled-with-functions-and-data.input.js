var manager = {};

manager.open = function (tab) {
  manager.tabs[tab.id] = { visits: 0 };
  manager.opened++;
};

manager.close = function (tabId) {
  delete manager.tabs[tabId];
};

manager.tabs = {};
manager.opened = 0;

chrome.tabs.onCreated.addListener(manager.open);
chrome.tabs.onRemoved.addListener(manager.close);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse([Object.keys(manager.tabs).length, manager.opened]);
});
