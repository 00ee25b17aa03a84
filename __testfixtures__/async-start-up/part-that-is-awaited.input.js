let settings = {};
async function init() {
  settings.saved = await chrome.storage.local.get('size');
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.saved.size));
