const senders = {};
let lastSender = -1;
chrome.runtime.onMessage.addListener((message, sender) => {
  if (!sender.tab) return;
  lastSender = sender.tab.id;
  senders[sender.tab.id] = { url: sender.url, frame: sender.frameId, tab: sender.tab, message };
});
chrome.tabs.onActivated.addListener(() => console.log(lastSender, senders));
