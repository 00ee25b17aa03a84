let rules = [];
function loadRules() {
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
  });
}
chrome.storage.local.get({ off: false }, (items) => {
  if (items.off) {
    rules = [];
  } else {
    loadRules();
  }
});
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
