const run = chrome.tabs.executeScript.bind(chrome.tabs);

chrome.tabs.onActivated.addListener(({ tabId }) => run(tabId, { file: 'a.js' }));
