let total = 0;
const stateRestored = chrome.storage.session.get({ total }).then((saved) => {
  total = saved.total;
}).catch(console.error);
chrome.runtime.onConnect.addListener((port) => {
  console.log(port.name);
  port.onMessage.addListener(async (message) => {
    if (message === 'add') {
      await stateRestored;
      total++;
      chrome.storage.session.set({ total });
      port.postMessage(total);
    }
  });
  port.onDisconnect.addListener(async () => {
    await stateRestored;
    total--;
    chrome.storage.session.set({ total });
  });
});
