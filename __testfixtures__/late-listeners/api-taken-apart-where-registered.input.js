let api;
chrome.storage.local.get('sites', ({ sites }) => {
  const { onRemoved } = chrome.tabs;
  onRemoved.addListener((id) => console.log(id, sites));
});
init();

async function init() {
  const { names } = await chrome.storage.sync.get('names');
  const { tabs, windows } = chrome;
  api = chrome.bookmarks;
  tabs.onCreated.addListener((tab) => console.log(tab.id, names));
  windows.onCreated.addListener((window) => console.log(window.id, names));
  tabs.onUpdated.addListener((id) => console.log(id));
  api.onChanged.addListener((id) => console.log(id, names));
}
