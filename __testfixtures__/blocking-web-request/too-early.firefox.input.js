let rules = [];

browser.storage.local.get('rules').then((stored) => {
  rules = stored.rules;
});

browser.webRequest.onBeforeRequest.addListener(
  (details) => ({ cancel: rules.some((rule) => details.url.includes(rule)) }),
  { urls: ['https://example.com/*'] },
  ['blocking'],
);
