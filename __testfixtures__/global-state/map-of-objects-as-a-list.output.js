const opened = new Map();
const stateRestored = chrome.storage.session.get({ opened: [] }).then((saved) => {
  for (const [key, value] of saved.opened) opened.set(key, value);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  opened.set(tab.id, { url: tab.url || '', count: 0 });
  chrome.storage.session.set({ opened: [...opened] });
});

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  for (const one of opened.values()) one.count += 1;
  chrome.storage.session.set({ opened: [...opened] });
});

chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  if (opened.delete(id)) chrome.storage.session.set({ opened: [...opened] });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  const urls = Array.from(opened.values()).map((one) => one.url);
  chrome.browserAction.setTitle({ title: `${urls.join()} ${[...opened.entries()].length} ${[...opened.values()].filter((one) => one.count > 0).length}` });
});
