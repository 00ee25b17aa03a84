let words = [];

const loading = self.dictionary.open('words').then((list) => {
  words = list;
}).catch(console.error);
const wordsLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);

chrome.tabs.onUpdated.addListener(async (tabId, info) => {
  await wordsLoaded;
  if (info.title && words.some((word) => info.title.includes(word))) {
    chrome.action.setBadgeText({ tabId, text: '!' });
  }
});
