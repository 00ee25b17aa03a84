function open(url) {
  chrome.tabs.create({ url });
}

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  setTimeout(open, 60000, change);
  setTimeout((url) => chrome.tabs.create({ url }), 60000, 'https://a.example/');
  setTimeout(open, 60000, ...[tab.url]);
});
