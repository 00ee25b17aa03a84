chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript({ file: 'save.js' });
  chrome.storage.local.get('home', ({ home }) => {
    chrome.tabs.executeScript({ file: 'home.js' });
  });
  chrome.tabs.create({ url: 'https://example.com/' });
});
