let closed = 0;
const names = new Map();
const muted = new Set();

chrome.tabs.onUpdated.addListener((id, { title, mutedInfo }) => {
  if (title) names.set(id, title);
  if (mutedInfo) muted.add(id);
});
chrome.tabs.onRemoved.addListener((id) => {
  closed++;
  names.delete(id);
});
chrome.tabs.onReplaced.addListener((added, removed) => {
  muted.delete(added);
  muted.delete(removed);
});
chrome.commands.onCommand.addListener(() => {
  console.log(closed, [...names], [...muted]);
});
