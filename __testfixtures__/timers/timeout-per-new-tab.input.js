const closing = new Map();

chrome.tabs.onCreated.addListener((tab) => {
  if (tab.url.startsWith('https://a.example/')) return;
  closing.set(tab.id, setTimeout(() => {
    closing.delete(tab.id);
    chrome.tabs.remove(tab.id);
  }, 5 * 60 * 1000));
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  clearTimeout(closing.get(tabId));
  closing.delete(tabId);
});
