chrome.storage.sync.get({ greeting: 'Hello' }, (items) => {
  chrome.tabs.onCreated.addListener((tab) => {
    console.log(items.greeting, tab.id);
  });
});
