let popup;
const byTab = new Map();

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === 'popup') popup = port;
  byTab.set(port.sender.tab.id, port);
});

chrome.alarms.onAlarm.addListener(() => {
  if (popup) popup.postMessage('tick');
});

chrome.tabs.onRemoved.addListener((tabId) => {
  byTab.get(tabId).postMessage('removed');
});



