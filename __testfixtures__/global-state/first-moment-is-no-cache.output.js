let since = null;
let first;
let opener;
const stateRestored = chrome.storage.session.get({ since, first: { value: first && first.getTime() }, opener: { value: opener } }).then((saved) => {
  since = saved.since;
  first = saved.first.value && new Date(saved.first.value);
  opener = saved.opener.value;
}).catch(console.error);

function look(tab) {
  if (since === null) {
    since = Date.now();
    chrome.storage.session.set({ since });
  }
  first ??= new Date();
  chrome.storage.session.set({ first: { value: first && first.getTime() } });
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
