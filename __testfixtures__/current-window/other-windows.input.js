chrome.tabs.query({ active: true, lastFocusedWindow: true }, console.log);
chrome.tabs.query({ currentWindow: false }, console.log);
const own = { tabs: { query() {} } };
own.tabs.query({ currentWindow: true });
chrome.tabs.query({ currentWindow: true, windowId: 1 }, console.log);
chrome.tabs.query({ currentWindow: true, lastFocusedWindow: false }, console.log);
chrome.tabs.query({ ...base, currentWindow: true }, console.log);
chrome.tabs.query({ ['currentWindow']: true }, console.log);
chrome.tabs.query(here, console.log);
