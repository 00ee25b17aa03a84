const items = ['a', 'b'];
chrome.storage.local.get({ limit: 3 }, (items) => {
  chrome.tabs.onCreated.addListener((tab) => console.log(items.limit, tab.id));
});
console.log(items);
