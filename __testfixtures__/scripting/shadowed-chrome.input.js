const chrome = { tabs: { executeScript() {} } };
chrome.tabs.executeScript(null, { file: 'a.js' });
