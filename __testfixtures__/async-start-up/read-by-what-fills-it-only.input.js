let rules = [];
function loadRules() {
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
    chrome.action.setBadgeText({ text: String(rules.length) });
  });
}
loadRules();
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reload') loadRules();
});
