let queue = Promise.resolve();
let saving = Promise.resolve();
let exclusive = Promise.resolve(undefined);

const save = () => chrome.storage.local.set({ saved: true });

function exclusively(work) {
  const pending = exclusive.then(work);
  exclusive = pending.catch(() => undefined).then(() => console.log('next'));
  return pending;
}

chrome.tabs.onCreated.addListener((tab) => {
  queue = queue.then(() => chrome.tabs.update(tab.id, { muted: true }));
});
chrome.tabs.onRemoved.addListener(async (tabId) => {
  await queue;
  console.log('removed', tabId);
  saving = saving.then(save).catch((error) => console.error(error));
  saving = saving.finally(() => console.log('saved'));
});
chrome.tabs.onMoved.addListener(() => {
  exclusively(() => chrome.tabs.query({}));
});
