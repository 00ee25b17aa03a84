let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then(saved => {
  n = saved.n;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
  console.log(n);
});
chrome.storage.onChanged.addListener((changes, area) => area !== 'session' && console.log('changed', Object.keys(changes).length));
