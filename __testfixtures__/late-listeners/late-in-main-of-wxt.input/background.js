export default defineBackground(() => {
  chrome.storage.local.get('enabled', ({ enabled }) => {
    if (!enabled) return;
    chrome.tabs.onRemoved.addListener((tabId) => {
      console.log(tabId);
    });
  });
});
