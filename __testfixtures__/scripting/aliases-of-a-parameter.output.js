function inject({ executeScript, insertCSS } = chrome.tabs, tabId) {
  executeScript(tabId, { file: 'a.js' });
}

const { removeCSS, ...others } = chrome.tabs;

chrome.tabs.onActivated.addListener(({ tabId }) => {
  inject(undefined, tabId);
  removeCSS(tabId, { file: 'a.css' });
  chrome.scripting.insertCSS({ target: { tabId }, files: ['b.css'] });
});
