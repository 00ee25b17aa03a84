let total = 0;
const stateRestored = chrome.storage.session.get({ total }).then((saved) => {
  total = saved.total;
}).catch(console.error);

function tally() {
  total += 1;
  chrome.storage.session.set({ total });
  chrome.browserAction.setBadgeText({ text: String(total) });
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  tally();
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  total = 0;
  chrome.storage.session.set({ total });
  tally();
});
