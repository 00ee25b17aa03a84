let rules = [];

async function main() {
  try {
    rules = await loadRules();
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id, rules));
  } catch (error) {
    rules = [];
    chrome.browserAction.setBadgeText({ text: '!' });
  }
}

async function loadRules() {
  return (await chrome.storage.local.get('rules')).rules;
}
main();
