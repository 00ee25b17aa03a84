const stats = { hits: 0, misses: 0 };
let all = {};
const stateRestored = chrome.storage.session.get({ all, hits: stats.hits }).then((saved) => {
  all = saved.all;
  stats.hits = saved.hits;
}).catch(console.error);
function bump(map, key) {
  map[key] = 1;
  chrome.storage.session.set({ all });
}
chrome.tabs.onUpdated.addListener(async (id) => {
  await stateRestored;
  bump(all, id);
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  console.log(all[id], stats.hits++);
  chrome.storage.session.set({ hits: stats.hits });
});
