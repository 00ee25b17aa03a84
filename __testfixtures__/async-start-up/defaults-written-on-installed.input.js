let settings = {};
chrome.storage.sync.get(null, (items) => {
  Object.assign(settings, items);
});
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason !== 'install') return;
  settings = { size: 2 };
  chrome.storage.sync.set(settings);
});
chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
