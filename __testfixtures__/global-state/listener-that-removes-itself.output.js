let seen = 0;
const stateRestored = chrome.storage.session.get({ seen }).then((saved) => {
  seen = saved.seen;
}).catch(console.error);
async function once() {
  await stateRestored;
  seen++;
  chrome.storage.session.set({ seen });
  if (seen > 2) chrome.tabs.onCreated.removeListener(once);
}
chrome.tabs.onCreated.addListener(once);
