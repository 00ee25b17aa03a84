const store = {
  getList() {
    if (!this.list) {
      this.list = [];
      chrome.storage.session.set({ list: { value: this.list } });
    }
    return this.list;
  },
};
const stateRestored = chrome.storage.session.get({ list: { value: store.list } }).then((saved) => {
  store.list = saved.list.value;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  store.getList().push(tab.id);
  chrome.storage.session.set({ list: { value: store.list } });
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "opened") {
    stateRestored.then(() => {
      sendResponse(store.getList().length);
    });
    return true;
  }
});
