const inject = (...args) => chrome.tabs.executeScript(...args);

chrome.tabs.onUpdated.addListener((tabId) => inject(tabId, { file: 'a.js' }));
