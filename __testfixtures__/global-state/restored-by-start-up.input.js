let rules = [];
let enabled = true;

chrome.storage.local.get({ rules: [], enabled: true }, (items) => {
  rules = items.rules;
  enabled = items.enabled;
});

chrome.runtime.onMessage.addListener((message) => {
  if (message.type === 'rule') rules.push(message.rule);
  if (message.type === 'switch') enabled = message.on;
});

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (enabled && url && rules.some((rule) => url.includes(rule))) console.log(url);
});

chrome.storage.onChanged.addListener(({ enabled: change }) => {
  if (change) enabled = change.newValue;
});
