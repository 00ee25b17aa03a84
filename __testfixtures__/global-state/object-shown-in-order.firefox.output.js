const visits = {};
const stateRestored = chrome.storage.session.get({ visits }).then((saved) => {
  Object.assign(visits, saved.visits);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, { status }, { url }) => {
  if (status !== 'complete') return;
  const { host } = new URL(url);
  await stateRestored;
  visits[host] = (visits[host] || 0) + 1;
  chrome.storage.session.set({ visits });
  const [oldest, ...others] = Object.keys(visits);
  if (others.length > 9) {
    delete visits[oldest];
    chrome.storage.session.set({ visits });
  }
});
