let options = {};
chrome.storage.sync.get(null).then((items) => {
  options = items;
}).catch((error) => {
  console.log('failed', error);
});
chrome.tabs.onUpdated.addListener((id) => {
  console.log(options.a);
});
