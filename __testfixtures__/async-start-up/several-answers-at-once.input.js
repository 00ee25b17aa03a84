let options = {};
let home;
Promise.all([chrome.storage.local.get('options'), chrome.tabs.query({ index: 0 })]).then(([items, [tab]]) => {
  options = items.options || {};
  home = tab;
});
chrome.tabs.onUpdated.addListener((id) => {
  if (options.home && id === home?.id) console.log(id);
});
