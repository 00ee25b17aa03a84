chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    files: ['save.js']
  });
  chrome.storage.local.get('home', ({ home }) => {
    chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
      chrome.scripting.executeScript({
        target: { tabId: tab.id },
        files: ['home.js']
      });
    });
  });
  chrome.tabs.create({ url: 'https://example.com/' });
});
