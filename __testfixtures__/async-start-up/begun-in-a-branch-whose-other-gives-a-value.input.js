let rules = [];
function loadRules() {
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
  });
}
function init(off) {
  if (off) {
    return 'off';
  } else {
    loadRules();
  }
}
chrome.storage.local.get({ off: false }, (items) => console.log(init(items.off)));
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
