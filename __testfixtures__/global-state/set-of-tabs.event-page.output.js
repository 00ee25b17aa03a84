const list = new Set();
const stateRestored = new Promise((resolve) => {
  chrome.storage.session.get({ list: [] }, (saved) => {
    if (saved) {
      for (const value of saved.list) list.add(value);
    }
    resolve();
  });
});
chrome.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  list.add(id);
  chrome.storage.session.set({ list: [...list] });
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  if (list.has(id)) {
    if (list.delete(id)) chrome.storage.session.set({ list: [...list] });
    console.log(list.size);
  }
});
