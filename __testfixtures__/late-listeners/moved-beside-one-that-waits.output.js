chrome.runtime.onMessage.addListener((message) => {
  if (message !== 'wait') return;
  chrome.tabs.onCreated.addListener(function once() {
    chrome.tabs.onCreated.removeListener(once);
  });
});

chrome.tabs.onCreated.addListener((tab) => chrome.tabs.sendMessage(tab.id, 'created'));
