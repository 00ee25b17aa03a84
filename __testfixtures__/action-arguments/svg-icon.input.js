const OFF = 'icons/off.svg';

chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (!url) return;
  chrome.action.setIcon({ tabId, path: OFF });
  chrome.action.setIcon({ tabId, path: url.startsWith('https:') ? { 16: 'icons/lock.svg', 32: 'icons/lock.svg' } : { 16: 'icons/open.png' } });
  chrome.action.setIcon({ tabId, path: `icons/${tabId % 2}.SVG` });
});
