const run = promisify(chrome.tabs.executeScript);

chrome.tabs.onActivated.addListener(({ tabId }) => run(tabId, { file: 'a.js' }));
