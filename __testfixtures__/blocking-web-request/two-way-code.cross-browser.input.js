if (chrome.declarativeNetRequest) {
  chrome.declarativeNetRequest.updateDynamicRules({ addRules: [] });
} else {
  chrome.webRequest.onBeforeRequest.addListener(() => ({ cancel: true }), { urls: ['*://ads.example.com/*'] }, ['blocking']);
}
if (browser.webRequest.filterResponseData) {
  browser.webRequest.onBeforeRequest.addListener((details) => {
    browser.webRequest.filterResponseData(details.requestId).disconnect();
  }, { urls: ['https://example.com/*'], types: ['script'] });
}
