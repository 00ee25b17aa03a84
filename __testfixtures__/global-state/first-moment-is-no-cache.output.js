let since = null;
let first;
let opener;
const stateRestored = chrome.storage.session.get({ since, opener: { value: opener } }).then((saved) => {
  since = saved.since;
  opener = saved.opener.value;
}).catch(console.error);
let platform;

function look(tab) {
  if (since === null) {
    since = Date.now();
    chrome.storage.session.set({ since });
  }
  first ??= new Date();
  console.log(Date.now() - since, first.toISOString());
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (opener === undefined) {
    opener = tab.url;
    chrome.storage.session.set({ opener: { value: opener } });
  }
  look(tab);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(opener);
  });
  return true;
});

// Another platform is another start.
chrome.tabs.onRemoved.addListener(() => {
  if (!platform) platform = navigator.platform;
  console.log(platform);
});
