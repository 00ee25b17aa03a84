let popup = null;

chrome.runtime.onConnect.addListener((port) => {
  popup = chrome.runtime.connect();
});
chrome.tabs.onCreated.addListener((tab) => {
  if (popup) popup.postMessage(tab.id);
});
