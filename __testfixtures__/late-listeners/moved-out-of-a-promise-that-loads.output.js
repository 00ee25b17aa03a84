let items;
const ready = new Promise((resolve) => {
  chrome.storage.local.get('blocked', (found) => {
    items = found;
    resolve(items);
  });
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message !== 'items') return;
  ready.then(respond);
  return true;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await ready;
  if (items.blocked) chrome.tabs.remove(tab.id);
});
