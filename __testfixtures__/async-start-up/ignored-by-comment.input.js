let options = {};
chrome.storage.sync.get(null, (items) => {
  options = items; // mv3-codemod-ignore async-start-up: the defaults do
});

chrome.tabs.onUpdated.addListener(() => {
  if (options.badge) console.log('updated');
});
