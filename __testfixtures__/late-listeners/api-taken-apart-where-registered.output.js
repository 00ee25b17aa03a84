let api;
let sites;
const sitesLoaded = chrome.storage.local.get('sites').then((found) => {
  ({ sites } = found);
}).catch(console.error);

chrome.tabs.onRemoved.addListener(async (id) => {
  await sitesLoaded;
  console.log(id, sites);
});
let names;
const namesLoaded = init().catch(console.error);

async function init() {
  ({ names } = await chrome.storage.sync.get('names'));
  api = chrome.bookmarks;
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await namesLoaded;
  console.log(tab.id, names);
});
chrome.windows.onCreated.addListener(async (window) => {
  await namesLoaded;
  console.log(window.id, names);
});
chrome.tabs.onUpdated.addListener((id) => console.log(id));
chrome.bookmarks.onChanged.addListener(async (id) => {
  await namesLoaded;
  console.log(id, names);
});
