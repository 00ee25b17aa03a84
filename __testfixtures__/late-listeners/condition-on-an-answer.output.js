let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

let rules;
chrome.storage.local.get({ rules: [] }, (found) => {
  ({ rules } = found);
  if (rules.some((rule) => rule.active)) {
    startListening();
  }
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  console.log(rules.length, tab.id);
});
