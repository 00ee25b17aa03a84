const ports = [];

chrome.runtime.onConnect.addListener((port) => {
  ports.push(port);
});

chrome.tabs.onUpdated.addListener((tabId, info) => {
  for (const port of ports) port.postMessage(info);
});
