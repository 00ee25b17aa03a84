function inject(tab) {
  chrome.tabs.executeScript({ file: 'content.js' });
}

chrome.browserAction.onClicked.addListener(inject);
inject();
