let stats = { count: 0, list: [] };
const stateRestored = chrome.storage.session.get({ stats }).then((saved) => {
  stats = saved.stats;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  stats.count++;
  stats.list.push('created');
  chrome.storage.session.set({ stats });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'set') {
    stateRestored.then(() => {
      stats.count = stats.list.length;
      chrome.storage.session.set({ stats });
    });
  }
  if (message.type === 'reset') {
    stateRestored.then(() => {
      stats = { count: 0, list: [] };
      chrome.storage.session.set({ stats });
    });
  }
  if (message.type === 'get') {
    stateRestored.then(() => {
      sendResponse(stats);
    });
    return true;
  }
});
