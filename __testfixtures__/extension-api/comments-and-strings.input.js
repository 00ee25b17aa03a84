// chrome.extension.getURL("a") is old
console.log("chrome.extension.getURL", 'extension.lastError');
