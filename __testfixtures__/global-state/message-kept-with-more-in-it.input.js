const pending = {};

function keep(message, sender) {
  if (message.type === 'keep' && sender.tab) {
    message.tab = sender.tab;
    pending[sender.tab.id] = message;
  }
}

chrome.runtime.onMessage.addListener((message, sender) => {
  keep(message, sender);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  if (pending[tabId]) chrome.browserAction.setTitle({ title: pending[tabId].tab.title });
  delete pending[tabId];
});
