let words = [];

const ready = fetch('https://words.example/list.json')
  .then((response) => response.json())
  .then((list) => {
    words = list;
  });
const wordsLoaded = Promise.race([ready.catch(console.error), new Promise((resolve) => setTimeout(resolve, 5000))]);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'check') {
    ready.then(() => sendResponse('fine'), () => sendResponse('broken'));
    return true;
  }
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await wordsLoaded;
  if (words.includes(tab.title)) chrome.tabs.remove(tab.id);
});
