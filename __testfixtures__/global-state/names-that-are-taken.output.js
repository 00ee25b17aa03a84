let n = 0;
const backgroundRestored = chrome.storage.session.get({ n }).then((savedState) => {
  n = savedState.n;
}).catch(console.error);
const stateRestored = true;
const saved = 'x';
chrome.tabs.onCreated.addListener(async () => {
  await backgroundRestored;
  n++;
  chrome.storage.session.set({ n });
  console.log(n, stateRestored, saved);
});
