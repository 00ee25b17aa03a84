const filter = { urls: ['https://example.com/*'] };

chrome.tabs.onUpdated.addListener(show, filter);

chrome.runtime.onMessage.addListener(() => {
  chrome.tabs.onUpdated.addListener((tabId) => show(tabId), { properties: ['status'] });
});

function show(tabId) {
  console.log(tabId);
}
