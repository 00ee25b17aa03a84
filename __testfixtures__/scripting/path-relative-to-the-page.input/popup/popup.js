const tabId = Number(location.hash.slice(1));
browser.tabs.executeScript(tabId, { file: "inject.js" });
browser.tabs.executeScript(tabId, { file: "paint.js" });
browser.tabs.insertCSS(tabId, { file: "/paint.css" });
browser.tabs.insertCSS(tabId, { file: "missing.css" });
