let rules = [];
let names = [];
function loadRules() {
  chrome.storage.local.get({ rules: [], names: [] }, (items) => {
    rules = items.rules;
    names = items.names;
  });
}
function init(off) {
  chrome.storage.sync.get({ rules: [] }, (items) => {
    rules = items.rules;
  });
  if (!off) {
    loadRules();
  }
}
init(false);
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
