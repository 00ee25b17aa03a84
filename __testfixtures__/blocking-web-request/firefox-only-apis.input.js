chrome.webRequest.onBeforeRequest.addListener(
  (details) => {
    const filter = browser.webRequest.filterResponseData(details.requestId);
    filter.onstop = () => filter.disconnect();
    return {};
  },
  { urls: ['https://example.com/*'], types: ['main_frame'] },
  ['blocking'],
);

chrome.declarativeWebRequest.onRequest.addRules([]);
