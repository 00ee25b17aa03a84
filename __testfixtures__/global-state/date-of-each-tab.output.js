const opened = new Map();
const stateRestored = chrome.storage.session.get({ opened: [] }).then((saved) => {
  for (const [key, value] of saved.opened) opened.set(key, new Date(value));
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  opened.set(tab.id, new Date());
  chrome.storage.session.set({ opened: [...opened].map(([key, value]) => [key, value.getTime()]) });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    const at = opened.get(sender.tab && sender.tab.id);
    sendResponse(at ? Date.now() - at.getTime() : -1);
  });
  return true;
});

chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  opened.delete(id);
  chrome.storage.session.set({ opened: [...opened].map(([key, value]) => [key, value.getTime()]) });
});
