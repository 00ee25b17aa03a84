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

async function register() {
  const { paused } = await chrome.storage.local.get('paused');
  if (paused) return;
  chrome.tabs.onRemoved.addListener((id) => {
    chrome.storage.local.set({ [key]: id });
  });
}

main();
