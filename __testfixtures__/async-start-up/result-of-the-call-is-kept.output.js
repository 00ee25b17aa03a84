let current = 'light';
const ready = chrome.storage.local.get({ theme: 'dark' }).then((items) => {
  current = items.theme;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await ready;
  console.log(current);
});
