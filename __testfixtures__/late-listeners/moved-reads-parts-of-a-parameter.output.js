let greeting, loud;
const settingsLoaded = chrome.storage.sync.get({ greeting: 'Hello', loud: false }).then((found) => {
  ({ greeting, loud } = found);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await settingsLoaded;
  console.log(loud ? greeting.toUpperCase() : greeting, tab.id);
});
