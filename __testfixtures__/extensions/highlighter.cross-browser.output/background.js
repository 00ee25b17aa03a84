// Marks every paragraph of the page that the button was clicked on.
chrome.action.onClicked.addListener(function (tab) {
  chrome.tabs.insertCSS(tab.id, { file: 'mark.css' });
  chrome.tabs.executeScript(tab.id, { file: 'mark.js' }, function (results) {
    chrome.action.setBadgeText({ text: String(results[0]) });
  });
});

chrome.runtime.onMessage.addListener(function (message, sender) {
  if (message.marked) chrome.storage.local.set({ last: sender.tab.url });
});
