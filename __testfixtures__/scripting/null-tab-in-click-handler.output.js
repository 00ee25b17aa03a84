chrome.browserAction.onClicked.addListener(function(tab) {
  chrome.scripting.executeScript({
    target: {tabId: tab.id},
    files: ['content.js']
  });
});
chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.scripting.insertCSS({target: {tabId: tab.id}, files: ['content.css']});
});
