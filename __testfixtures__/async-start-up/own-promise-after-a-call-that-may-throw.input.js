let rules = [];
function load() {
  return new Promise((resolve) => {
    chrome.storage.local.get('rules', (items) => {
      rules = JSON.parse(items.rules);
      resolve();
    });
  });
}
load();
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
