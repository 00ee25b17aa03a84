let lastUrl = '';
let seen = [];
const stateRestored = chrome.storage.session.get({ lastUrl, seen }).then((saved) => {
  lastUrl = saved.lastUrl;
  seen = saved.seen;
}).catch(console.error);

function withActiveTab(callback) {
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    if (tabs.length > 0) callback(tabs[0]);
  });
}

function withUrl(callback) {
  if (callback) withActiveTab((tab) => callback(tab.url || ''));
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  withActiveTab((tab) => {
    seen.push(tab.id);
    chrome.storage.session.set({ seen });
  });
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  withUrl((url) => {
    lastUrl = url;
    chrome.storage.session.set({ lastUrl });
  });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: `${lastUrl} ${seen.join()}` });
});
