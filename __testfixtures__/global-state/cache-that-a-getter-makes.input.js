const store = {
  getList() {
    if (!this.list) this.list = [];
    return this.list;
  },
};

chrome.tabs.onCreated.addListener((tab) => {
  store.getList().push(tab.id);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "opened") sendResponse(store.getList().length);
});
