indexedDB.deleteDatabase('left-over');

chrome.runtime.onInstalled.addListener(() => {
  indexedDB.deleteDatabase('cache');
});

chrome.storage.local.get('fresh', ({ fresh }) => {
  if (fresh) localStorage.clear();
});

chrome.tabs.onCreated.addListener((tab) => {
  localStorage.last = tab.id;
  indexedDB.open('cache', 2);
});
