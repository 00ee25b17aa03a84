chrome.browserAction.onClicked.addListener(function(tab) {
  chrome.tabs.create({url: 'https://example.com/'}, function() {
    chrome.tabs.executeScript({file: 'content.js'});
  });
});
