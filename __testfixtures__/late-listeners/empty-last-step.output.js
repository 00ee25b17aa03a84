let conf = {};

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

chrome.storage.local.get({ conf: {} }).then((items) => {
  conf = items.conf;
  return navigator.locks.request('start', () => {});
}).then(() => {
  startListening();
});

chrome.tabs.onRemoved.addListener(async (id) => {
  await listening;
  chrome.storage.local.set({ [conf.key]: id });
});
