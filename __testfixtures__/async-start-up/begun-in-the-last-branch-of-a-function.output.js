let rules = [];
function loadRules() {
  return chrome.storage.local.get({ rules: [] }).then((items) => {
    rules = items.rules;
  });
}
async function init(items) {
  if (items.off) return;
  if (items.managed) await loadRules();
}
const rulesLoaded = chrome.storage.local.get({ off: false, managed: true }).then(init).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await rulesLoaded;
  console.log(rules.length);
});
