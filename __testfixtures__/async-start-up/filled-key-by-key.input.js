const options = {};
['a', 'b'].forEach((key) => {
  chrome.storage.local.get(key, (items) => {
    options[key] = items[key];
  });
});
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
