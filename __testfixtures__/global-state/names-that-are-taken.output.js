let n = 0;
const savedStateRestored = chrome.storage.session.get({ n }).then((savedState) => {
  n = savedState.n;
}).catch(console.error);
const stateRestored = true;
const saved = 'x';
chrome.tabs.onCreated.addListener(async () => {
  await savedStateRestored;
  n++;
  chrome.storage.session.set({ n });
  console.log(n, stateRestored, saved);
});
