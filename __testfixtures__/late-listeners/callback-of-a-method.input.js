class Store {
  open(ready) {
    chrome.storage.local.get({ visits: 0 }, ({ visits }) => {
      this.visits = visits;
      ready && ready();
    });
  }
}

const store = new Store();

store.open(() => {
  chrome.tabs.onActivated.addListener(({ tabId }) => chrome.tabs.sendMessage(tabId, store.visits));
});
