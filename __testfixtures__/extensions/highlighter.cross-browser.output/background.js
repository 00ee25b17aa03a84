// Marks every paragraph of the page that the button was clicked on.
chrome.action.onClicked.addListener(function (tab) {
  chrome.scripting.insertCSS({
    target: { tabId: tab.id },
    files: ['mark.css']
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    files: ['mark.js']
  }, function (results) {
    chrome.action.setBadgeText({ text: String(results[0].result) });
  });
});

chrome.runtime.onMessage.addListener(function (message, sender) {
  if (message.marked) chrome.storage.local.set({ last: sender.tab.url });
});
