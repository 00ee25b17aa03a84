export default defineBackground({
  main() {
    const visits = {};
    const stateRestored = chrome.storage.session.get({ visits }).then((saved) => {
      Object.assign(visits, saved.visits);
    }).catch(console.error);

    chrome.tabs.onUpdated.addListener(async (tabId, { url }) => {
      await stateRestored;
      if (url) {
        visits[tabId] = url;
        chrome.storage.session.set({ visits });
      }
    });
    chrome.tabs.onRemoved.addListener(async (tabId) => {
      await stateRestored;
      console.log(visits[tabId]);
      delete visits[tabId];
      chrome.storage.session.set({ visits });
    });
  },
});
