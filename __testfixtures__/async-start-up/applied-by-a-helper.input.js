let mute = false;
let names = [];

function apply(items) {
  mute = items.mute;
  names = items.names;
}

chrome.storage.sync.get({ mute: false, names: [] }, (items) => {
  apply(items);
  names.sort();
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'sync') chrome.storage.sync.get({ mute: false, names: [] }, apply);
});

chrome.tabs.onCreated.addListener((tab) => {
  if (mute && !names.includes(tab.title)) chrome.tabs.update(tab.id, { muted: true });
});
