chrome.storage.sync.get({ greeting: 'Hello', loud: false }, ({ greeting, loud }) => {
  chrome.tabs.onCreated.addListener((tab) => {
    console.log(loud ? greeting.toUpperCase() : greeting, tab.id);
  });
});
