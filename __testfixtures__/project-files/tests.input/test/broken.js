broken(;  chrome.browserAction
