export default defineBackground(() => {
  let startListening;
  const listening = new Promise((resolve) => {
    startListening = resolve;
  });

  chrome.storage.local.get('enabled', ({ enabled }) => {
    if (!enabled) return;
    startListening();
  });

  chrome.tabs.onRemoved.addListener(async (tabId) => {
    await listening;
    console.log(tabId);
  });
});
