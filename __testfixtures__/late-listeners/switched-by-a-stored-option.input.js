// Set by the options page, which also sends a message.
function init(options) {
  if (options.disabled) {
    chrome.tabs.onRemoved.removeListener(forgetTab);
    chrome.action.setBadgeText({ text: 'off' });
  } else {
    chrome.tabs.onRemoved.addListener(forgetTab);
    chrome.action.setBadgeText({ text: '' });
  }
}

function forgetTab(tabId) {
  chrome.storage.local.remove(`tab-${tabId}`);
}

chrome.storage.onChanged.addListener((changes) => {
  if ('disabled' in changes) chrome.storage.local.get(['disabled']).then(init);
});
chrome.storage.local.get(['disabled']).then(init);
