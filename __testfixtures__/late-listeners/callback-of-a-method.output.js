class Store {
  open(ready) {
    return chrome.storage.local.get({ visits: 0 }).then(({ visits }) => {
      this.visits = visits;
      ready && ready();
    });
  }
}

const store = new Store();

const settingsLoaded = store.open(() => {}).catch(console.error);

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await settingsLoaded;
  chrome.tabs.sendMessage(tabId, store.visits);
});
