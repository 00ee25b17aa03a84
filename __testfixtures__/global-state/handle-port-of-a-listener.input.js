let popup = null;
const pages = new Map();
const byTab = {};

function connected(port) {
  byTab[port.sender.tab.id] = port;
}

chrome.runtime.onConnect.addListener((port) => {
  popup = port;
  pages.set(port.name, port);
  port.onDisconnect.addListener(() => {
    popup = null;
    pages.delete(port.name);
  });
});
chrome.runtime.onConnectExternal.addListener(connected);
chrome.tabs.onCreated.addListener((tab) => {
  if (popup) popup.postMessage(tab.id);
  for (const page of pages.values()) page.postMessage(tab.id);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  if (byTab[tabId]) byTab[tabId].disconnect();
  delete byTab[tabId];
});
