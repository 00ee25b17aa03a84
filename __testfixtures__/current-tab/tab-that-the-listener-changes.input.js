chrome.browserAction.onClicked.addListener((tab) => {
  tab.url = 'https://example.com/';
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    console.log(tabs[0].url);
  });
});
