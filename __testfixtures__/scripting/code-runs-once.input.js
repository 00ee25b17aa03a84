chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: 'if (typeof loaded === "undefined") { var loaded = true; start(); }' });
});
