const known = { none: { count: 0 } };
let current = {};
function find(id) {
  return known[id] ?? known.none;
}
chrome.tabs.onActivated.addListener(({ tabId }) => {
  current.entry = find(tabId);
  current.entry.count++;
  console.log(known.none.count, current);
});
