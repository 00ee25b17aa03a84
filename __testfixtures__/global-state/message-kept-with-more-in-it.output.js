const pending = {};
const stateRestored = chrome.storage.session.get({ pending }).then((saved) => {
  Object.assign(pending, saved.pending);
}).catch(console.error);

function keep(message, sender) {
  if (message.type === 'keep' && sender.tab) {
    message.tab = sender.tab;
    pending[sender.tab.id] = message;
    chrome.storage.session.set({ pending });
  }
}

chrome.runtime.onMessage.addListener((message, sender) => {
  stateRestored.then(() => {
    keep(message, sender);
  });
});
chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  if (pending[tabId]) chrome.browserAction.setTitle({ title: pending[tabId].tab.title });
  delete pending[tabId];
  chrome.storage.session.set({ pending });
});
