let closed = 0;
const names = new Map();
const muted = new Set();
const stateRestored = chrome.storage.session.get({ closed, names: [], muted: [] }).then((saved) => {
  closed = saved.closed;
  for (const [key, value] of saved.names) names.set(key, value);
  for (const value of saved.muted) muted.add(value);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, { title, mutedInfo }) => {
  await stateRestored;
  if (title) {
    names.set(id, title);
    chrome.storage.session.set({ names: [...names] });
  }
  if (mutedInfo) {
    muted.add(id);
    chrome.storage.session.set({ muted: [...muted] });
  }
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  closed++;
  names.delete(id);
  chrome.storage.session.set({ closed, names: [...names] });
});
chrome.tabs.onReplaced.addListener(async (added, removed) => {
  await stateRestored;
  muted.delete(added);
  muted.delete(removed);
  chrome.storage.session.set({ muted: [...muted] });
});
chrome.commands.onCommand.addListener(async () => {
  await stateRestored;
  console.log(closed, [...names], [...muted]);
});
