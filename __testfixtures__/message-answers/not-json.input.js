const seen = new Set();

browser.runtime.onMessage.addListener((message) => {
  if (message === 'seen') browser.runtime.sendMessage({ seen, at: new Date(), all: [...seen] }).catch(console.error);
});
browser.tabs.onCreated.addListener((tab) => {
  browser.tabs.sendMessage(tab.id, new Map());
});
