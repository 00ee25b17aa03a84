let queue = Promise.resolve();
let saving = Promise.resolve();

const next = () => chrome.storage.local.set({ saved: true });

chrome.tabs.onCreated.addListener((tab) => {
  queue = queue.catch(() => {}).then(() => chrome.tabs.update(tab.id, { muted: true }));
  saving = saving.then(next, next);
});
chrome.tabs.onRemoved.addListener(async (tabId) => {
  try {
    await queue;
  } catch {}
  console.log('removed', tabId);
});
