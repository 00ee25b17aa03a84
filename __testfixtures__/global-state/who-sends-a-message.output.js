const senders = {};
let lastSender = -1;
const stateRestored = chrome.storage.session.get({ senders, lastSender }).then((saved) => {
  Object.assign(senders, saved.senders);
  lastSender = saved.lastSender;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender) => {
  if (!sender.tab) return;
  stateRestored.then(() => {
    lastSender = sender.tab.id;
    senders[sender.tab.id] = { url: sender.url, frame: sender.frameId, tab: sender.tab, message };
    chrome.storage.session.set({ senders, lastSender });
  });
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  console.log(lastSender, senders);
});
