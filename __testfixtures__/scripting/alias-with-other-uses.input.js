const { executeScript } = chrome.tabs;
const style = chrome.tabs.insertCSS;

export const inject = chrome.tabs.executeScript;

chrome.browserAction.onClicked.addListener((tab) => {
  executeScript(tab.id, { file: 'a.js' });
  [1, 2].forEach(executeScript);
  style(tab.id, options());
});
