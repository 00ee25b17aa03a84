let sites = [];

function load() {
  return chrome.storage.local.get({ sites: [] }).then((items) => {
    sites = items.sites;
  });
}

function save() {
  chrome.storage.local.set({ sites });
}

const sitesLoaded = load().catch(console.error);

chrome.action.onClicked.addListener(async (tab) => {
  await sitesLoaded;
  sites.push(tab.url);
  save();
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'sites') {
    sitesLoaded.then(() => {
      sendResponse(sites);
    });
    return true;
  }
});
