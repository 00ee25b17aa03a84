const log = (tab) => { console.log(tab.id); };
function count(tabId) { console.log(tabId); }

function apply({ on }) {
  const method = on ? "addListener" : "removeListener";
  chrome.tabs.onCreated[method](log);
  chrome.tabs.onRemoved[method](count);
}

chrome.storage.sync.get({ on: false }, apply);
chrome.runtime.onMessage.addListener((message) => {
  chrome.storage.sync.set({ on: message.on });
  apply(message);
});
