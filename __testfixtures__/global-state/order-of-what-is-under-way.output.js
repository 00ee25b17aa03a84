let openings = 0;
const stateRestored = chrome.storage.session.get({ openings }).then((saved) => {
  openings = saved.openings;
}).catch(console.error);
let shown = 0;
let index;

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  const opening = ++openings;
  chrome.storage.session.set({ openings });
  shown = opening;
  const { names } = await chrome.storage.local.get({ names: [] });
  if (shown === opening) console.log(openings, names[tabId]);
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  shown = 0;
});
chrome.windows.onCreated.addListener(async () => {
  await stateRestored;
  index = openings;
  openings = index + 1;
  chrome.storage.session.set({ openings });
});
chrome.windows.onRemoved.addListener((id) => {
  index = id;
  while (index > 9) index -= 9;
});
