const chrome = browser;
chrome.storage.local.get("x").then(console.log);
