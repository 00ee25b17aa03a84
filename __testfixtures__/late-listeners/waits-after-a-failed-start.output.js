let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function main() {
  try {
    await prepare();
  } catch (error) {
    chrome.browserAction.setBadgeText({ text: '!' });
    return;
  }
  startListening();
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  chrome.storage.local.set({ opened: tab.url });
});

async function prepare() {
  const { broken } = await chrome.storage.local.get('broken');
  if (broken) throw new Error('broken');
}

main();
