var enabled;

chrome.storage.local.get(['enabled'], function(items) {
  enabled = items.enabled;
  if (items.enabled)
    chrome.contextMenus.create({id: 'search', title: 'Search', contexts: ['selection']});
});

chrome.contextMenus.onClicked.addListener(function(info) {
  chrome.tabs.create({url: 'https://example.com/?q=' + info.selectionText});
});
