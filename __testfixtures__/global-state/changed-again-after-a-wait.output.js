let busy = false;
const stateRestored = chrome.storage.session.get({ busy }).then((saved) => {
  busy = saved.busy;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id) => {
  await stateRestored;
  if (busy) return;
  busy = true;
  chrome.storage.session.set({ busy });
  const tabs = await chrome.tabs.query({});
  console.log(tabs.length);
  busy = false;
  chrome.storage.session.set({ busy });
});
