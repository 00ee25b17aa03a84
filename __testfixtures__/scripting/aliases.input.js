const { executeScript, query } = chrome.tabs;
const style = chrome.tabs.insertCSS;
const api = chrome;

chrome.browserAction.onClicked.addListener((tab) => {
  executeScript(tab.id, { file: 'a.js' });
  style(tab.id, { file: 'a.css' }, () => executeScript(tab.id, { file: 'b.js' }));
  api.tabs.removeCSS(tab.id, { file: 'b.css' });
  query({}, console.log);
});
