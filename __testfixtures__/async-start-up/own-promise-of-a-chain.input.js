let settings = { size: 1 };
function load() {
  return new Promise((resolve, reject) => {
    chrome.storage.local.get({ size: 1 }).then((items) => {
      settings = items;
      resolve();
    }).catch(reject);
  });
}
load();
chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
