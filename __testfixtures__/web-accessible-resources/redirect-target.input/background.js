chrome.webRequest.onBeforeRequest.addListener(
  () => ({ redirectUrl: chrome.runtime.getURL('empty.js') }),
  { urls: ['https://ads.example.com/*'] },
  ['blocking'],
);
