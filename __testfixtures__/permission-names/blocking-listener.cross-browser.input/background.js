browser.webRequest.onBeforeRequest.addListener(() => ({ cancel: true }), { urls: ['https://ads.example.com/*'] }, ['blocking']);
