let items;
const itemsLoaded = chrome.storage.sync.get({ greeting: 'Hello' }).then((found) => {
  items = found;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await itemsLoaded;
  console.log(items.greeting, tab.id);
});
