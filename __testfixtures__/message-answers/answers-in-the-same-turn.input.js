chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const words = [];
  message.words.forEach((word) => words.push(word));
  if (sendResponse) sendResponse(words);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'list') new Promise((resolve) => { sendResponse([]); resolve(); });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => handle(message, sendResponse));

function handle(message, callback) {
  callback(message.type);
}
