chrome.runtime.onMessage.addListener((message, sender) => {
  setTimeout(() => {
    chrome.tabs.create({ url: message.url });
  }, 10 * 60 * 1000);
  setTimeout(() => {
    chrome.tabs.sendMessage(sender.tab.id, 'ding');
  }, 10 * 60 * 1000);
});
