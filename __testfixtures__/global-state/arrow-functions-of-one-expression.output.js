let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
const next = () => {
  ++n;
  chrome.storage.session.set({ n });
  return n;
};
chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  console.log(next());
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  n = 0;
  chrome.storage.session.set({ n });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  n += 2;
  chrome.storage.session.set({ n });
});
