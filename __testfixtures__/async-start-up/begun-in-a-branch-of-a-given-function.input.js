let rules = [];
function loadRules() {
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
  });
}
function configure(callback) {
  callback(self.location.hash === '');
}
configure((isMain) => {
  if (isMain) {
    loadRules();
  }
});
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
