// Set by the options page, which also sends a message.
function init(options) {
  if (options.disabled) {
    listensToTabsRemoved = false;
    chrome.action.setBadgeText({ text: 'off' });
  } else {
    listensToTabsRemoved = true;
    chrome.action.setBadgeText({ text: '' });
  }
}

async function forgetTab(tabId) {
  await startUpDone;
  if (!listensToTabsRemoved) return;
  chrome.storage.local.remove(`tab-${tabId}`);
}

let listensToTabsRemoved = false;
chrome.tabs.onRemoved.addListener(forgetTab);

chrome.storage.onChanged.addListener(async (changes) => {
  await startUpDone;
  if ('disabled' in changes) chrome.storage.local.get(['disabled']).then(init);
});
const startUpDone = chrome.storage.local.get(['disabled']).then(init).catch(console.error);
