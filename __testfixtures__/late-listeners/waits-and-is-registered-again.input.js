function remember(tab) {
  chrome.storage.local.set({ last: tab.url });
}

async function init() {
  await chrome.storage.local.get('settings');
  chrome.tabs.onCreated.addListener(remember);
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'restart') init();
});

init();
