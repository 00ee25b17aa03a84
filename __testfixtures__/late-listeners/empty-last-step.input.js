let conf = {};

chrome.storage.local.get({ conf: {} }).then((items) => {
  conf = items.conf;
  return navigator.locks.request('start', () => {});
}).then(() => {
  chrome.tabs.onRemoved.addListener((id) => {
    chrome.storage.local.set({ [conf.key]: id });
  });
});
