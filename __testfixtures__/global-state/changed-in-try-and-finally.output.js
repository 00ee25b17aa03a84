let busy = 0;
const stateRestored = chrome.storage.session.get({ busy }).then((saved) => {
  busy = saved.busy;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  busy++;
  chrome.storage.session.set({ busy });
  try {
    console.log(busy);
  } finally {
    busy--;
    chrome.storage.session.set({ busy });
  }
});
