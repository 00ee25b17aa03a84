const waiting = new Set();
const stateRestored = chrome.storage.session.get({ waiting: [] }).then((saved) => {
  for (const value of saved.waiting) waiting.add(value);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  waiting.add(id);
  chrome.storage.session.set({ waiting: [...waiting] });
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  const has = [id].filter((one) => waiting.delete(one));
  chrome.storage.session.set({ waiting: [...waiting] });
  console.log(has.length);
});
