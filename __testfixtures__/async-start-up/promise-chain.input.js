let blocked = [];

browser.storage.local.get('blocked').then((found) => {
  blocked = found.blocked;
});
browser.storage.onChanged.addListener((changes) => {
  blocked = changes.blocked.newValue;
});
browser.tabs.onCreated.addListener((tab) => {
  console.log(blocked.includes(tab.url));
});
