let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function main() {
  try {
    await chrome.storage.local.get('rules');
    startListening();
  } catch (error) {
    chrome.browserAction.setBadgeText({ text: '!' });
  }
  const answer = await fetch('https://rules.example/list.json');
  if (answer.ok) chrome.tabs.onRemoved.addListener((id) => console.log(id));
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  console.log(tab.id);
});

main();
