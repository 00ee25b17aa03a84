let options = { greeting: 'Hello' };

chrome.storage.sync.get(options, (items) => {
  options = items;
  chrome.tabs.onCreated.addListener((tab) => {
    console.log(options.greeting, tab.id);
  });
});
