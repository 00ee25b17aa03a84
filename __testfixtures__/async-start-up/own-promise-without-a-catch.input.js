let settings = { size: 1 };
function load() {
  return new Promise((resolve) => {
    chrome.storage.local.get({ size: 1 }).then((items) => {
      settings = items;
      resolve();
    });
  });
}
load();
chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
