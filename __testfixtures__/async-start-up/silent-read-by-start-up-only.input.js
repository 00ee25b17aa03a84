let options = {};
chrome.storage.sync.get(null, (items) => {
  options = items;
  console.log(options.name);
});
