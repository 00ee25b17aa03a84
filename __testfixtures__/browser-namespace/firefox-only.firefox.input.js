browser.tabs.query({});
