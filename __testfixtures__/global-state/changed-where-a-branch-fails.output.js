let last = null;
const stateRestored = chrome.storage.session.get({ last }).then((saved) => {
  last = saved.last;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message) => {
  let entry = { title: message.title };
  stateRestored.then(() => {
    try {
      if (message.keep) {
        last = entry;
        chrome.storage.session.set({ last });
        throw new Error('kept');
      }
    } catch (error) {
      entry.title = 'failed';
      chrome.storage.session.set({ last });
    }
  });
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  if (last) chrome.browserAction.setTitle({ title: last.title });
});
