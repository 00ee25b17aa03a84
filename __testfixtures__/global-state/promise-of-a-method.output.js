var tabsApi = {
  query: function (info) {
    return new Promise((resolve) => {
      chrome.tabs.query(info, (tabs) => {
        if (chrome.runtime.lastError) {
          tabs = [];
        }
        resolve(tabs);
      });
    });
  },
};

let lastActive;
const activeByWindow = {};
const stateRestored = chrome.storage.session.get({ lastActive: { value: lastActive }, activeByWindow }).then((saved) => {
  lastActive = saved.lastActive.value;
  Object.assign(activeByWindow, saved.activeByWindow);
}).catch(console.error);

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  console.log(lastActive, Object.keys(activeByWindow).length);
  const activeTabs = await tabsApi.query({ active: true });
  for (let tab of activeTabs) {
    activeByWindow[tab.windowId] = tab.id;
    lastActive = tab.id;
  }
  chrome.storage.session.set({ lastActive: { value: lastActive }, activeByWindow });
});
