let rules = [];
function loadRules() {
  return chrome.storage.local.get({ rules: [] }).then((items) => {
    rules = items.rules;
  });
}
const rulesLoaded = chrome.storage.local.get({ off: false }).then((items) => {
  if (items.off) {
    rules = [];
  } else {
    return loadRules();
  }
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await rulesLoaded;
  console.log(rules.length);
});
