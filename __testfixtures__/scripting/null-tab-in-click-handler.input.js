chrome.browserAction.onClicked.addListener(function() {
  chrome.tabs.executeScript(null, {file: 'content.js'});
});
chrome.contextMenus.onClicked.addListener(info => {
  chrome.tabs.insertCSS(undefined, {file: 'content.css'});
});
