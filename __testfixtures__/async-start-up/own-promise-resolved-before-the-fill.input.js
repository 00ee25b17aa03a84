let settings = { size: 1 };
function load() {
  return new Promise((resolve, reject) => {
    chrome.storage.sync.get('settings').then(resolve, reject).then(() => chrome.storage.local.get('settings')).then((items) => {
      settings = items.settings || settings;
      resolve();
    });
  });
}
load();
chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
