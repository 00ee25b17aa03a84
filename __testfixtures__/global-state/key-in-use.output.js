let n = 0;
const stateRestored = chrome.storage.session.get({ 'background.n': n }).then((saved) => {
  n = saved['background.n'];
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ 'background.n': n });
  chrome.storage.session.set({ n: 'other' });
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(n);
});
