export default defineBackground({
  main() {
    const visits = {};

    chrome.tabs.onUpdated.addListener((tabId, { url }) => {
      if (url) visits[tabId] = url;
    });
    chrome.tabs.onRemoved.addListener((tabId) => {
      console.log(visits[tabId]);
      delete visits[tabId];
    });
  },
});
