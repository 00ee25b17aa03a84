let openings = 0;
let shown = 0;
let index;

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  const opening = ++openings;
  shown = opening;
  const { names } = await chrome.storage.local.get({ names: [] });
  if (shown === opening) console.log(openings, names[tabId]);
});
chrome.tabs.onRemoved.addListener(() => {
  shown = 0;
});
chrome.windows.onCreated.addListener(() => {
  index = openings;
  openings = index + 1;
});
chrome.windows.onRemoved.addListener((id) => {
  index = id;
  while (index > 9) index -= 9;
});
