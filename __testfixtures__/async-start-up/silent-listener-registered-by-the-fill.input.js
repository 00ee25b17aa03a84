let options = {};

chrome.storage.sync.get(null, (items) => {
  options = items;
  chrome.tabs.onRemoved.addListener((id) => console.log(id, options.closed));
});
