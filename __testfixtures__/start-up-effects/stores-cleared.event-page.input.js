const PAGES = 'pages';

indexedDB.deleteDatabase('cache');
window.localStorage.clear();
caches.delete(PAGES);

chrome.tabs.onUpdated.addListener(async (id, { url }) => {
  if (!url) return;
  localStorage.last = url;
  const pages = await caches.open(PAGES);
  await pages.add(url);
  indexedDB.open('cache', 2);
});
