const ready = new Promise((resolve) => {
  chrome.storage.local.get('blocked', (items) => {
    chrome.tabs.onCreated.addListener((tab) => {
      if (items.blocked) chrome.tabs.remove(tab.id);
    });
    resolve(items);
  });
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message !== 'items') return;
  ready.then(respond);
  return true;
});
