let installs = 0;

const listeners = {
  onInstalled() { installs++; },
  onMessage(message, sender, sendResponse) { sendResponse(installs); },
};
for (const name of Object.keys(listeners)) chrome.runtime[name].addListener(listeners[name]);
