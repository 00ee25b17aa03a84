browser.tabs.onUpdated.addListener((tabId) => console.log(tabId), { properties: ['status'] });
