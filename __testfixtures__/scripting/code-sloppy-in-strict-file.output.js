'use strict';

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: 'with (document) { title = "x" }' });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: function() {
      console.log(this === window);
    }
  });
});
