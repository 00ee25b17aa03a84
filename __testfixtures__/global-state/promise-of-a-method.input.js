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

chrome.tabs.onActivated.addListener(async () => {
  console.log(lastActive, Object.keys(activeByWindow).length);
  const activeTabs = await tabsApi.query({ active: true });
  for (let tab of activeTabs) {
    activeByWindow[tab.windowId] = tab.id;
    lastActive = tab.id;
  }
});
