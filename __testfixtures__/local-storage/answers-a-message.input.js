const get = (key) => JSON.parse(localStorage.getItem('item-' + key));

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.get) {
    sendResponse(get(message.get));
  } else {
    localStorage.setItem('item-' + message.key, JSON.stringify(message.value));
  }
});
