let rules = [];
browser.storage.local.get('rules').then(({ rules: stored }) => { rules = stored || []; });
browser.webRequest.onBeforeRequest.addListener((details) => ({ cancel: rules.includes(details.url) }), { urls: ['<all_urls>'] }, ['blocking']);
