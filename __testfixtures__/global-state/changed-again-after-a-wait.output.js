let visits = 0;
const stateRestored = chrome.storage.session.get({ visits }).then((saved) => {
  visits = saved.visits;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id) => {
  await stateRestored;
  if (visits > 100) return;
  visits = visits + 1;
  chrome.storage.session.set({ visits });
  const tabs = await chrome.tabs.query({});
  console.log(tabs.length);
  visits = visits + 2;
  chrome.storage.session.set({ visits });
});
