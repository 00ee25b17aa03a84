let options = {};
let count = 0;
chrome.storage.sync.get(null, (items) => {
  options = items;
});
chrome.tabs.onUpdated.addListener((id) => {
  count++;
  if (options.a) console.log(count);
});
