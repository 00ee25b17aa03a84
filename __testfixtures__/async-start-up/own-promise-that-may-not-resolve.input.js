let options = {};
function load() {
  return new Promise((resolve) => {
    chrome.storage.local.get('options', (items) => {
      if (!items.options) return;
      options = items.options;
      resolve();
    });
  });
}
load();
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
