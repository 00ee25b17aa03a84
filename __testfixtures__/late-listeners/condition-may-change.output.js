let enabled = true;

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

chrome.storage.local.get({ enabled }, (items) => {
  enabled = items.enabled;
  if (enabled) {
    startListening();
  }
});

chrome.runtime.onMessage.addListener((message) => {
  enabled = message === 'on';
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  console.log(tab.id);
});
