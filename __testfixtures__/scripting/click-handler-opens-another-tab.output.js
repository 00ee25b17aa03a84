chrome.browserAction.onClicked.addListener(function(tab) {
  chrome.tabs.create({url: 'https://example.com/'}, function() {
    chrome.tabs.query({active: true, currentWindow: true}, function(tabs) {
      chrome.scripting.executeScript({
        target: {tabId: tabs[0].id},
        files: ['content.js']
      });
    });
  });
});
