chrome.tabs.onCreated.addListener((tab) => console.log('first', tab.id));
chrome.tabs.onCreated.addListener((tab) => console.log('second', tab.id));
