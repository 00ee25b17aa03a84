let area;

chrome.storage.local.get({ sync: false }, ({ sync }) => {
  area = sync ? chrome.storage.sync : chrome.storage.local;
});

chrome.storage.onChanged.addListener((changes) => {
  if (changes.sync) area = changes.sync.newValue ? chrome.storage.sync : chrome.storage.local;
});

chrome.runtime.onMessage.addListener((message) => {
  area.set({ last: message });
});
