let options = {};
async function init() {
  options = await chrome.storage.local.get(null);
  return options;
}
const ready = init();
ready.then((found) => console.log(found.version));
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
