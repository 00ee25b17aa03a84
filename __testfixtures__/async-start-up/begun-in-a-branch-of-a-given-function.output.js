let rules = [];
function loadRules() {
  return chrome.storage.local.get({ rules: [] }).then((items) => {
    rules = items.rules;
  });
}
function configure(callback) {
  return callback(self.location.hash === '');
}
const rulesLoaded = configure(async (isMain) => {
  if (isMain) {
    await loadRules();
  }
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await rulesLoaded;
  console.log(rules.length);
});
