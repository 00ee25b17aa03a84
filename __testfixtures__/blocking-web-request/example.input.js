chrome.webRequest.onBeforeRequest.addListener(
  () => ({ cancel: true }),
  { urls: ['*://ads.example.com/*'] },
  ['blocking'],
);
