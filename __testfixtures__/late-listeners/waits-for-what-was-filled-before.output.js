let key = 'none';

async function load() {
  const items = await chrome.storage.local.get({ key: 'last' });
  key = items.key;
}

async function main() {
  await load();
  await navigator.locks.request('start', () => {});
  await register();
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function register() {
  const { paused } = await chrome.storage.local.get('paused');
  if (paused) return;
  startListening();
}

chrome.tabs.onRemoved.addListener(async (id) => {
  await listening;
  chrome.storage.local.set({ [key]: id });
});

main();
