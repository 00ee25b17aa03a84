let last = '';

function note(tab) {
  last = tab.url;
  chrome.storage.local.set({ last });
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function init() {
  const { busy } = await chrome.storage.local.get('busy');
  if (busy) return;
  startListening();
}

chrome.runtime.onMessage.addListener((message) => {
  note({ url: message.url });
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  note(tab);
});

init();
