const visits = new Map();
const recent = [];

chrome.storage.local.get(['disabled']).then(init);

function init({ disabled }) {
  if (disabled) {
    visits.clear();
    recent.length = 0;
  }
}

chrome.storage.onChanged.addListener((changes) => {
  if (changes.disabled) chrome.storage.local.get(['disabled']).then(init);
});

chrome.webNavigation.onCommitted.addListener(({ tabId, url }) => {
  visits.set(tabId, url);
  recent.push(url);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'visit') sendResponse([visits.get(message.tabId), recent]);
});
