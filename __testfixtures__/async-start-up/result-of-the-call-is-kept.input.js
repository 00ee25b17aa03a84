let current = 'light';
const ready = chrome.storage.local.get({ theme: 'dark' }, (items) => {
  current = items.theme;
});
chrome.tabs.onUpdated.addListener(() => { console.log(current); });
