export const details = { file: '/content.js' };

chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.tabs.executeScript(tabId, details);
});
