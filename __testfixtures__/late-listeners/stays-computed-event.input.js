chrome.storage.local.get({ event: 'onCreated' }, ({ event }) => {
  chrome.tabs[event].addListener((tab) => console.log(tab.id));
});
