chrome.runtime.onMessage.addListener((message, sender, sendResponse) => handle(message, sendResponse));

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  if (message === 'get') return handle(message, sendResponse);
});

function handle(message, reply) {
  chrome.storage.local.get(message, reply);
  return true;
}
