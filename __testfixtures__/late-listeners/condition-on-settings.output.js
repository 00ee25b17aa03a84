let settings;
const settingsLoaded = chrome.storage.sync.get({ notify: true, sound: '' }).then((found) => {
  settings = found;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await settingsLoaded;
  if (!settings.notify) return;
  console.log('new tab', tab.id, settings.sound);
});
