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
chrome.action.onClicked.addListener(async () => {
  shown = 0;
  await chrome.permissions.request({ permissions: ['bookmarks'] });
});
chrome.windows.onRemoved.addListener((id) => {
  index = id;
  while (index > 9) index -= 9;
});
