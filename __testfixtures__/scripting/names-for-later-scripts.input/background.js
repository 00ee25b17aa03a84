chrome.browserAction.onClicked.addListener((tab) => {
  const settings = { dark: true };
  chrome.tabs.executeScript(tab.id, { code: 'var settings = ' + JSON.stringify(settings) }, () => {
    chrome.tabs.executeScript(tab.id, { file: 'reader.js' });
  });
  chrome.tabs.executeScript(tab.id, { code: 'var counter = (counter || 0) + 1;' });
  chrome.tabs.executeScript(tab.id, { code: 'if (typeof loaded === "undefined") { var loaded = true; start(); }' });
  chrome.tabs.executeScript(tab.id, { code: 'function tick() { console.log("tick"); }' });
  chrome.tabs.executeScript(tab.id, { code: 'tick()' });
});
