const { downloads } = chrome;

chrome.history.onVisited.addListener((item) => console.log(item.url));
downloads.onCreated.addListener((item) => console.log(item.id));
chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
