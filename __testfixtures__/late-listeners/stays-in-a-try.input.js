let rules = [];

async function main() {
  try {
    rules = await loadRules();
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id, rules));
  } catch (error) {
    rules = [];
    chrome.browserAction.setBadgeText({ text: '!' });
  }
  try {
    await loadRules();
  } finally {
    chrome.tabs.onRemoved.addListener((id) => console.log(id));
  }
}

async function loadRules() {
  return (await chrome.storage.local.get('rules')).rules;
}
main();
