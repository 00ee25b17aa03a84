let options = { a: 1 };
if (chrome.storage.sync) {
  chrome.storage.sync.get('options', (items) => {
    options = items.options || options;
  });
}
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
