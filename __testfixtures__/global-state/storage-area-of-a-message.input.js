let area = chrome.storage.local;

chrome.runtime.onMessage.addListener((message) => {
  if (message.sync !== undefined) area = message.sync ? chrome.storage.sync : chrome.storage.local;
  area.set({ last: message });
});
