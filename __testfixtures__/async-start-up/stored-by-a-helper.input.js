let sites = [];

function load() {
  chrome.storage.local.get({ sites: [] }, (items) => {
    sites = items.sites;
  });
}

function save() {
  chrome.storage.local.set({ sites });
}

load();

chrome.action.onClicked.addListener((tab) => {
  sites.push(tab.url);
  save();
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'sites') sendResponse(sites);
});
