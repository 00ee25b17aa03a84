const urls = new Map();

chrome.tabs.onUpdated.addListener((id, info) => {
  if (info.url) urls.set(id, info.url);
});
chrome.tabs.onRemoved.addListener((id) => {
  console.log('closed', urls.get(id));
  urls.delete(id);
});
