const urls = new Map();
const stateRestored = chrome.storage.session.get({ urls: [] }).then((saved) => {
  for (const [key, value] of saved.urls) urls.set(key, value);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, info) => {
  await stateRestored;
  if (info.url) {
    urls.set(id, info.url);
    chrome.storage.session.set({ urls: [...urls] });
  }
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  console.log('closed', urls.get(id));
  if (urls.delete(id)) chrome.storage.session.set({ urls: [...urls] });
});
