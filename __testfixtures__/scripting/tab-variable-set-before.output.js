chrome.runtime.onMessage.addListener((message, sender) => {
  let tabId;
  tabId = sender.tab.id;
  chrome.scripting.executeScript({ target: { tabId }, files: ['a.js'] });
});
