let items = [];

chrome.storage.local.get({ items: [] }, (saved) => {
  items = saved.items;
});

chrome.runtime.onMessage.addListener((message) => {
  items.push(message.text);
  chrome.storage.local.set({ total: items.length });
});

chrome.tabs.onActivated.addListener(() => console.log(items.join()));
