let rules = [];

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function main() {
  try {
    rules = await loadRules();
    startListening();
  } catch (error) {
    rules = [];
    chrome.browserAction.setBadgeText({ text: '!' });
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  console.log(tab.id, rules);
});

async function loadRules() {
  return (await chrome.storage.local.get('rules')).rules;
}
main();
