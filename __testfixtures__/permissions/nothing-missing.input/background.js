chrome.action.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['content.js'] });
  chrome.declarativeNetRequest.updateSessionRules({});
  chrome.downloads.download({ url: 'https://example.com/' });
});
chrome.management.getSelf(({ installType }) => {
  if (installType === 'development') chrome.management.uninstallSelf();
});
