let enabled = true;
const hosts = new Set();

chrome.runtime.onMessage.addListener(({ on, host }) => {
  enabled = on;
  hosts.add(String(host));
});

chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  if (!enabled) return;
  if (hosts.has(new URL(tab.url).host)) {
    const port = chrome.tabs.connect(tabId);
    port.onMessage.addListener((message) => console.log(message));
  }
});
