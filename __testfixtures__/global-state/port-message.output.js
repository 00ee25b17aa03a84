let last = null;
const stateRestored = chrome.storage.session.get({ last }).then((saved) => {
  last = saved.last;
}).catch(console.error);

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== 'panel') return;
  port.onMessage.addListener(async (message) => {
    await stateRestored;
    last = { text: message.text, from: port.name };
    chrome.storage.session.set({ last });
  });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(last);
});
