const rules = ['/ads/', '/track/'];

browser.webRequest.onBeforeRequest.addListener(
  (details) => ({ cancel: rules.some((rule) => details.url.includes(rule)) }),
  { urls: ['https://example.com/*'] },
  ['blocking'],
);
browser.webRequest.onBeforeRequest.addListener((details) => {
  browser.webRequest.filterResponseData(details.requestId).disconnect();
}, { urls: ['https://example.com/*'], types: ['script'] }, ['blocking']);
