chrome.storage.local.get({ rules: [] }, ({ rules }) => {
  if (rules.some((rule) => rule.active)) {
    chrome.tabs.onCreated.addListener((tab) => console.log(rules.length, tab.id));
  }
});
