chrome.browserAction.onClicked.addListener((tab) => {
  const settings = { dark: true };
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (value) => {
      globalThis.settings = value;
    },
    args: [settings]
  }, () => {
    chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['reader.js'] });
  });
  chrome.tabs.executeScript(tab.id, { code: 'var counter = (counter || 0) + 1;' });
  chrome.tabs.executeScript(tab.id, { code: 'if (typeof loaded === "undefined") { var loaded = true; start(); }' });
  chrome.tabs.executeScript(tab.id, { code: 'function tick() { console.log("tick"); }' });
  chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => tick() });
});
