let options = {};
chrome.runtime.onInstalled.addListener(() => {
  chrome.storage.sync.get(null, (items) => {
    options = items;
  });
});
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
