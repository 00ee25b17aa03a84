let options = { greeting: 'Hello' };

const optionsLoaded = chrome.storage.sync.get(options).then((items) => {
  options = items;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await optionsLoaded;
  console.log(options.greeting, tab.id);
});
