let settings = { size: 1 };
function load() {
  return new Promise((resolve) => {
    chrome.storage.local.get('settings', (items) => {
      settings = items.settings || settings;
    });
    chrome.tabs.query({}, (tabs) => resolve(tabs.length));
  });
}
load();
chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
