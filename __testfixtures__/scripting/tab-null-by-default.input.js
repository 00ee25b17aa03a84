const inject = (tabId = null) => chrome.tabs.executeScript(tabId, { file: 'a.js' });

chrome.tabs.onActivated.addListener(({ tabId }) => inject(tabId));
