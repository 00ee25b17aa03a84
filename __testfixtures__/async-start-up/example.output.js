let options = {};
const optionsLoaded = chrome.storage.sync.get(null).then((items) => {
  options = items;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await optionsLoaded;
  if (options.mute) chrome.tabs.update(tab.id, { muted: true });
});
