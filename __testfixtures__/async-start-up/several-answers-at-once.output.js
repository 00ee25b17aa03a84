let options = {};
let home;
const settingsLoaded = Promise.all([chrome.storage.local.get('options'), chrome.tabs.query({ index: 0 })]).then(([items, [tab]]) => {
  options = items.options || {};
  home = tab;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id) => {
  await settingsLoaded;
  if (options.home && id === home?.id) console.log(id);
});
