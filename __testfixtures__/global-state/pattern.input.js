let blocked = /^$/;

chrome.omnibox.onInputEntered.addListener((text) => {
  blocked = new RegExp(text.trim() + '$', 'i');
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(blocked.test(String(message)));
});
