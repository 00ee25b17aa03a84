let last;

chrome.runtime.onMessage.addListener((message, { tab }, sendResponse) => {
  chrome.tabs.executeScript(tab.id, { file: 'a.js' }, sendResponse);
  chrome.tabs.executeScript(tab.id, { file: 'a.js' }, (results) => {
    last = results;
    sendResponse({ results });
  });
  chrome.tabs.executeScript(tab.id, { file: 'a.js' }, (results) => {
    if (chrome.runtime.lastError) return;
    store(results);
  });
  return true;
});

function store(results) {
  chrome.storage.local.set({ results });
}

const read = (tabId) => new Promise((resolve) => chrome.tabs.executeScript(tabId, { file: 'a.js' }, resolve));
