let options = { badge: true };

chrome.storage.local.get({ options }, (items) => {
  options = items.options;
});

// Closed tabs are counted by the server.
chrome.tabs.onRemoved.addListener((id) => {
  console.log('closed', id);
});
