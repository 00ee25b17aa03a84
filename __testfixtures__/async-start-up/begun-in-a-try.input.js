let rules = [];
function loadRules() {
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
  });
}
chrome.storage.local.get({ off: false }, (items) => {
  try {
    if (!items.off) loadRules();
  } catch (error) {
    console.error(error);
  }
});
chrome.tabs.onUpdated.addListener(() => console.log(rules.length));
