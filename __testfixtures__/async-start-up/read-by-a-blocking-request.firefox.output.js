let rules = [];
const rulesLoaded = browser.storage.local.get('rules').then(({ rules: stored }) => { rules = stored || []; }).catch(console.error);
browser.webRequest.onBeforeRequest.addListener(async (details) => {
  await rulesLoaded;
  return { cancel: rules.includes(details.url) };
}, { urls: ['<all_urls>'] }, ['blocking']);
