const visits = {};
const stateRestored = chrome.storage.session.get({ visits }).then((saved) => {
  Object.assign(visits, saved.visits);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, { status }, { url }) => {
  if (status !== 'complete') return;
  await stateRestored;
  visits[new URL(url).host] = Date.now();
  chrome.storage.session.set({ visits });
  chrome.action.setBadgeText({ text: String(Object.keys(visits).length) });
});
