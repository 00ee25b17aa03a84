chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome['tabs']["executeScript"](tabId, { file: 'a.js' });
  window.chrome.tabs.insertCSS(tabId, { 'file': 'a.css' });
});
