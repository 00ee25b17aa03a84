const tried = new Set();
const stateRestored = chrome.storage.session.get({ tried: [] }).then((saved) => {
  for (const value of saved.tried) tried.add(value);
}).catch(console.error);

chrome.webNavigation.onErrorOccurred.addListener(async (details) => {
  await stateRestored;
  if (tried.has(details.tabId)) return;
  tried.add(details.tabId);
  chrome.storage.session.set({ tried: [...tried] });
  chrome.tabs.reload(details.tabId);
});

async function forget(details) {
  await stateRestored;
  if (tried.delete(details.tabId)) chrome.storage.session.set({ tried: [...tried] });
}

chrome.webNavigation.onCompleted.addListener(forget);

chrome.tabs.onUpdated.addListener(async (tabId, info) => {
  await stateRestored;
  if (info.url) {
    tried.delete(tabId);
    chrome.storage.session.set({ tried: [...tried] });
  }
  else chrome.action.setTitle({ title: 'none' });
});
