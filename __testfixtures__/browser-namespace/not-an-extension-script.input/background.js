const browser = { tabs: chrome.tabs };
browser.tabs.query({}, () => {});
