chrome.tabs.query({ active: true, lastFocusedWindow: true }, console.log);
chrome.tabs.query({ currentWindow: false }, console.log);
const own = { tabs: { query() {} } };
own.tabs.query({ currentWindow: true });
