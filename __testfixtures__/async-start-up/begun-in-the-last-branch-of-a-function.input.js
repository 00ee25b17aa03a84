let rules = [];
function loadRules() {
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
  });
}
function init(items) {
  if (items.off) return;
  if (items.managed) loadRules();
}
chrome.storage.local.get({ off: false, managed: true }, init);
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
