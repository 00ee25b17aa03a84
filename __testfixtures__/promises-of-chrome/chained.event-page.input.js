chrome.tabs.query({}).then((tabs) => console.log(tabs));
const { storage } = chrome;
storage.local.set({ x: 1 }).catch(console.error);
