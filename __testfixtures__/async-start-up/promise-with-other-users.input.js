let options = {};
async function init() {
  options = await chrome.storage.local.get(null);
  return options;
}
const ready = init();
const version = ready.then((found) => found.version);
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
