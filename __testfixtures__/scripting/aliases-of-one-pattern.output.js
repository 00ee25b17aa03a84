const { scripting: { executeScript, insertCSS: style }, storage } = chrome;

chrome.browserAction.onClicked.addListener(({ id }) => {
  style({ target: { tabId: id }, files: ['a.css'] });
  executeScript({ target: { tabId: id }, files: ['a.js'] });
  storage.local.set({ used: true });
});
