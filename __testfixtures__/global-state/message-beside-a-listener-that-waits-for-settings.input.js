let settings = {};
let count = 0;
const settingsLoaded = chrome.storage.sync.get({ step: 1 }).then((items) => {
  settings = items;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await settingsLoaded;
  count += settings.step > 1 ? 2 : 1;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') sendResponse(count);
});
