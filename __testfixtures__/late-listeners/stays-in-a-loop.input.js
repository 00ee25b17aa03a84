chrome.storage.local.get({ names: [] }, ({ names }) => {
  for (const name of names) {
    chrome.tabs.onCreated.addListener((tab) => console.log(name, tab.id));
  }
});
