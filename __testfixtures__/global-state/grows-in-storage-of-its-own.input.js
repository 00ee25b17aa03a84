let urls = [];
chrome.storage.local.get({ urls: [] }, (saved) => {
  urls = saved.urls;
});
chrome.tabs.onUpdated.addListener((id, change, { url }) => {
  urls.push(url);
  chrome.storage.local.set({ urls });
});
chrome.browserAction.onClicked.addListener(() => console.log(urls));
