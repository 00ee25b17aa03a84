let options = {};
function load() {
  chrome.storage.local.get('options', (items) => {
    options = items.options || {};
  });
}
load();
chrome.runtime.onMessage.addListener((message) => message === 'reload' && load());
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
