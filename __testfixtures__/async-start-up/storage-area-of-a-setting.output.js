let area;

const areaLoaded = chrome.storage.local.get({ sync: false }).then(({ sync }) => {
  area = sync ? chrome.storage.sync : chrome.storage.local;
}).catch(console.error);

chrome.storage.onChanged.addListener((changes) => {
  if (changes.sync) area = changes.sync.newValue ? chrome.storage.sync : chrome.storage.local;
});

chrome.runtime.onMessage.addListener((message) => {
  areaLoaded.then(() => {
    area.set({ last: message });
  });
});
