let count = 0;
const stateRestored = chrome.storage.session.get({ "visits.count": count }).then((saved) => {
  count = saved["visits.count"];
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ "visits.count": count });
  chrome.tabs.query({ active: true }, () => console.log(count));
});
