const tabId = Number(location.hash.slice(1));
browser.scripting.executeScript({
  target: { tabId },
  files: ["/popup/inject.js"]
});
browser.tabs.executeScript(tabId, { file: "paint.js" });
browser.scripting.insertCSS({ target: { tabId }, files: ["/paint.css"] });
browser.scripting.insertCSS({ target: { tabId }, files: ["missing.css"] });
