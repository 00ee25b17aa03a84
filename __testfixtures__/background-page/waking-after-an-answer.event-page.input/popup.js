browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  const counts = browser.extension.getBackgroundPage().counts;
  document.title = counts[tab.id];
});

chrome.storage.local.get('name', function (stored) {
  var page = chrome.extension.getBackgroundPage();
  page.start(stored.name);
});
