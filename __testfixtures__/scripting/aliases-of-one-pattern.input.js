const { tabs: { executeScript, insertCSS: style }, storage } = chrome;

chrome.browserAction.onClicked.addListener(({ id }) => {
  style(id, { file: 'a.css' });
  executeScript(id, { file: 'a.js' });
  storage.local.set({ used: true });
});
