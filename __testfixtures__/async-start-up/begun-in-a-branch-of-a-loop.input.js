let rules = [];
function loadRules() {
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
  });
}
chrome.storage.local.get({ lists: [] }, (items) => {
  for (const list of items.lists) {
    if (list === 'rules') loadRules();
  }
});
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
