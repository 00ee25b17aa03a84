const details = { file: '/content.js' };
const code = 'document.title';

chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.tabs.executeScript(tabId, details);
  chrome.tabs.executeScript(tabId, { code });
});
