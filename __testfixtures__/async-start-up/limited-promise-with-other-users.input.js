let words = [];

const ready = fetch('https://words.example/list.json')
  .then((response) => response.json())
  .then((list) => {
    words = list;
  });

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'check') {
    ready.then(() => sendResponse('fine'), () => sendResponse('broken'));
    return true;
  }
});

chrome.tabs.onCreated.addListener((tab) => {
  if (words.includes(tab.title)) chrome.tabs.remove(tab.id);
});
