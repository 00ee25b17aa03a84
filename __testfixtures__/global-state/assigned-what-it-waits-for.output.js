let current = null;
let ids = [];
const stateRestored = chrome.storage.session.get({ current: { value: current }, ids }).then((saved) => {
  current = saved.current.value;
  ids = saved.ids;
}).catch(console.error);

async function activeTab() {
  const [tab] = await chrome.tabs.query({ active: true });
  return tab;
}

chrome.windows.onFocusChanged.addListener(async () => {
  await stateRestored;
  current = await activeTab();
  chrome.storage.session.set({ current: { value: current } });
  ids.push(await chrome.tabs.query({}).then((tabs) => tabs.length));
  chrome.storage.session.set({ ids });
});

chrome.windows.onCreated.addListener(async () => {
  await stateRestored;
  current = await activeTab();
  chrome.storage.session.set({ current: { value: current } });
});

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(current && current.id, current === undefined, ids.length);
});
