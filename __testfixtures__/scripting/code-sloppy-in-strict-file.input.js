'use strict';

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: 'with (document) { title = "x" }' });
  chrome.tabs.executeScript(tab.id, { code: 'console.log(this === window)' });
});
