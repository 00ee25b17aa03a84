const icons = { 16: 'icons/svg/16.png' };

chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  chrome.action.setIcon({ tabId, path: icons });
  chrome.action.setIcon({ tabId, path: url ? 'icons/svg.png' : `icons/${tabId % 2}.svg.png` });
  chrome.action.setTitle({ tabId, title: 'on.svg' });
});
