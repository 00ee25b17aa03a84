let id = Math.random().toString(36).slice(2);
const told = [];
const stateRestored = chrome.storage.session.get({ id, told }).then((saved) => {
  id = saved.id;
  told.push(...saved.told);
  chrome.storage.session.set({ id });
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  told.push(id);
  chrome.storage.session.set({ told });
  fetch(`https://stats.example/?ids=${new Set(told).size}`);
});
