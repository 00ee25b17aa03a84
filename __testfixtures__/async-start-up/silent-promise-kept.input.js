const ready = chrome.storage.sync.get(null);

chrome.tabs.onCreated.addListener(async (tab) => {
  const options = await ready;
  console.log(options, tab.id);
});
