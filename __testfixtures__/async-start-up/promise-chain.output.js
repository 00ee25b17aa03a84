let blocked = [];

const blockedLoaded = browser.storage.local.get('blocked').then((found) => {
  blocked = found.blocked;
}).catch(console.error);
browser.storage.onChanged.addListener((changes) => {
  blocked = changes.blocked.newValue;
});
browser.tabs.onCreated.addListener(async (tab) => {
  await blockedLoaded;
  console.log(blocked.includes(tab.url));
});
