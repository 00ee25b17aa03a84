chrome.storage.local.get("x").then(console.log);
