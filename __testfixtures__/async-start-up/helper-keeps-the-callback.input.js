let options = {};
const waiting = [];
function whenLoaded(callback) {
  waiting.push(callback);
}
whenLoaded((items) => {
  options = items;
});
chrome.storage.local.get(null, (items) => {
  for (const callback of waiting) callback(items);
});
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
