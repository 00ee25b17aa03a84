let last;

chrome.runtime.onMessage.addListener((message, { tab }, sendResponse) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    files: ['a.js']
  }, (results) => sendResponse(results?.map(({ result }) => result)));
  chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['a.js'] }, (results) => {
    last = results?.map(({ result }) => result);
    sendResponse({ results: results?.map(({ result }) => result) });
  });
  chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['a.js'] }, (results) => {
    if (chrome.runtime.lastError) return;
    store(results.map(({ result }) => result));
  });
  return true;
});

function store(results) {
  chrome.storage.local.set({ results });
}

const read = (tabId) => new Promise((resolve) => chrome.scripting.executeScript({
  target: { tabId },
  files: ['a.js']
}, (results) => resolve(results?.map(({ result }) => result))));
