let enabled = true;

chrome.storage.local.get({ enabled }, (items) => {
  enabled = items.enabled;
  if (enabled) {
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
  }
});

chrome.runtime.onMessage.addListener((message) => {
  enabled = message === 'on';
});
