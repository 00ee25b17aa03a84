let settings = { size: 1 };
function load() {
  return new Promise(async (resolve) => {
    settings = await chrome.storage.local.get({ size: 1 });
    resolve();
  });
}
load();
chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
