var manager = {};

manager.open = async function (tab) {
  await stateRestored;
  manager.tabs[tab.id] = { visits: 0 };
  manager.opened++;
  chrome.storage.session.set({ tabs: manager.tabs, opened: manager.opened });
};

manager.close = async function (tabId) {
  await stateRestored;
  delete manager.tabs[tabId];
  chrome.storage.session.set({ tabs: manager.tabs });
};

manager.tabs = {};
manager.opened = 0;
const stateRestored = chrome.storage.session.get({ tabs: manager.tabs, opened: manager.opened }).then((saved) => {
  manager.tabs = saved.tabs;
  manager.opened = saved.opened;
}).catch(console.error);

chrome.tabs.onCreated.addListener(manager.open);
chrome.tabs.onRemoved.addListener(manager.close);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse([Object.keys(manager.tabs).length, manager.opened]);
  });
  return true;
});
