let words = [];

self.dictionary.open('words').then((list) => {
  words = list;
});

chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (info.title && words.some((word) => info.title.includes(word))) {
    chrome.action.setBadgeText({ tabId, text: '!' });
  }
});
