let color = 'grey';

function answer(message, sender, sendResponse) {
  if (message === 'color') sendResponse(color);
}

chrome.storage.local.get({ color: 'red' }, (items) => {
  color = items.color;
});

chrome.runtime.onMessage.addListener(answer);

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => answer(message.text, sender, sendResponse));
