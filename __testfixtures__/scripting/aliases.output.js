const { executeScript } = chrome.scripting;
const { query } = chrome.tabs;
const style = chrome.scripting.insertCSS;
const api = chrome;

chrome.browserAction.onClicked.addListener((tab) => {
  executeScript({ target: { tabId: tab.id }, files: ['a.js'] });
  style({
    target: { tabId: tab.id },
    files: ['a.css']
  }, () => executeScript({
    target: { tabId: tab.id },
    files: ['b.js']
  }));
  api.scripting.removeCSS({ target: { tabId: tab.id }, files: ['b.css'] });
  query({}, console.log);
});
