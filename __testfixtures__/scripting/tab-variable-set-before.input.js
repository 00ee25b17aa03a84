chrome.runtime.onMessage.addListener((message, sender) => {
  let tabId;
  tabId = sender.tab.id;
  chrome.tabs.executeScript(tabId, { file: 'a.js' });
});
