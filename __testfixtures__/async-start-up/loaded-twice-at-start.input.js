let options = {};
function loadAll() {
  chrome.storage.sync.get('options', (items) => {
    options = { ...options, ...items.options };
  });
}
chrome.storage.local.get('options', (items) => {
  options = { ...options, ...items.options };
});
loadAll();
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
