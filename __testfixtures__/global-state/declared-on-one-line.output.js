let count = 0; let list = [];
const stateRestored = chrome.storage.session.get({ count, list }).then((saved) => {
  count = saved.count;
  list = saved.list;
}).catch(console.error);
const names = {};

chrome.tabs.onCreated.addListener(async ({ id, url }) => {
  await stateRestored;
  count++;
  list.push(id);
  chrome.storage.session.set({ count, list });
  console.log(count, list.length);
});
