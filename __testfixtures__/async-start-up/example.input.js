let options = {};
chrome.storage.sync.get(null, (items) => {
  options = items;
});

chrome.tabs.onCreated.addListener((tab) => {
  if (options.mute) chrome.tabs.update(tab.id, { muted: true });
});
