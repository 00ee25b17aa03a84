async function remember(tab) {
  await listening;
  chrome.storage.local.set({ last: tab.url });
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function init() {
  await chrome.storage.local.get('settings');
  startListening();
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'restart') init();
});

chrome.tabs.onCreated.addListener(remember);

init();
