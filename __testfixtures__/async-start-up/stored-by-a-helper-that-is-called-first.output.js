let limit = 3;
async function load() {
  const saved = await chrome.storage.local.get({ limit: 3, visits: 0 });
  limit = saved.limit;
  await chrome.storage.local.set({ visits: saved.visits });
}
const limitLoaded = load().catch(console.error);

function forget() {
  chrome.storage.local.set({ visits: -1 });
}

chrome.action.onClicked.addListener(async () => {
  await limitLoaded;
  forget();
  chrome.action.setTitle({ title: String(limit) });
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await limitLoaded;
  chrome.tabs.query({}, () => {
    chrome.storage.local.set({ visits: tab.id });
  });
  if (tab.id > limit) chrome.tabs.remove(tab.id);
});
