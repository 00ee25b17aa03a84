let mute = false;
let names = [];

function apply(items) {
  mute = items.mute;
  names = items.names;
}

const settingsLoaded = chrome.storage.sync.get({ mute: false, names: [] }).then((items) => {
  apply(items);
  names.sort();
}).catch(console.error);
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'sync') chrome.storage.sync.get({ mute: false, names: [] }, apply);
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await settingsLoaded;
  if (mute && !names.includes(tab.title)) chrome.tabs.update(tab.id, { muted: true });
});
