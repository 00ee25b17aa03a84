let first;
const stateRestored = chrome.storage.session.get({ first: { value: first } }).then((saved) => {
  first = saved.first.value;
}).catch(console.error);

function firstAddress(url) {
  if (!first) {
    first = url.trim();
    chrome.storage.session.set({ first: { value: first } });
  }
  return first;
}

chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: firstAddress(tab.url) });
});
