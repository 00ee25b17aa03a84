const stats = { hits: 0, misses: 0 };
let all = {};
const stateRestored = chrome.storage.session.get({ stats, all }).then((saved) => {
  Object.assign(stats, saved.stats);
  all = saved.all;
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
  chrome.storage.session.set({ stats });
});
