chrome.action.onClicked.addListener((tab) => {
  chrome.tabs.query({ currentWindow: true }, (tabs) => console.log(tabs.length));
  chrome.tabs.query({ active: true }, (tabs) => console.log(tabs.length));
  chrome.tabs.query({ active: true, currentWindow: true, audible: true }, (tabs) => console.log(tabs, tab));
});
