let rules = [];

const ready = browser.storage.local.get('rules').then((stored) => {
  rules = stored.rules;
});

browser.webRequest.onBeforeRequest.addListener(
  async (details) => {
    await ready;
    return { cancel: rules.some((rule) => details.url.includes(rule)) };
  },
  { urls: ['https://example.com/*'] },
  ['blocking'],
);
