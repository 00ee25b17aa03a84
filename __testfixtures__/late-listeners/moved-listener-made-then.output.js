let items;
const itemsLoaded = chrome.storage.local.get('label').then((found) => {
  items = found;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id) => {
  await itemsLoaded;
  console.log(items.label, id);
});
