let rules = [];

function onCommitted(details) {
  const rule = rules.find(({ host }) => details.url.includes(host));
  if (rule) chrome.tabs.update(details.tabId, { url: rule.target });
}

function setUp() {
  chrome.webNavigation.onCommitted.removeListener(onCommitted);
  chrome.storage.local.get({ rules: [] }, (items) => {
    rules = items.rules;
    if (rules.length > 0) chrome.webNavigation.onCommitted.addListener(onCommitted);
  });
}

chrome.storage.onChanged.addListener((changes) => {
  if (changes.rules) setUp();
  if (changes.off?.newValue) chrome.webNavigation.onCommitted.removeListener(onCommitted);
});
setUp();
