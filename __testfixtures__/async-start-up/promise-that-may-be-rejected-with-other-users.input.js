let limit = 3;
const ready = new Promise((resolve, reject) => {
  chrome.storage.local.get('limit', (saved) => {
    limit = saved.limit || 3;
    if (chrome.runtime.lastError) reject(chrome.runtime.lastError);
    else resolve();
  });
});
chrome.tabs.onCreated.addListener((tab) => {
  if (tab.id > limit) chrome.tabs.remove(tab.id);
});
chrome.tabs.onUpdated.addListener(async (id) => {
  await ready;
  if (id > limit) chrome.tabs.remove(id);
});
