const stats = { hits: 0, misses: 0 };
let all = {};
function bump(map, key) { map[key] = 1; }
chrome.tabs.onUpdated.addListener((id) => {
  bump(all, id);
});
chrome.tabs.onRemoved.addListener((id) => console.log(all[id], stats.hits++));
