let words = /\w+/g;

chrome.omnibox.onInputEntered.addListener((text) => {
  words = new RegExp(text.trim(), 'g');
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(words.exec(String(message)) !== null);
});
