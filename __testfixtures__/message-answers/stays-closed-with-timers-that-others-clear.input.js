let timer;
const timers = {};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'search') {
    clearTimeout(timer);
    timer = setTimeout(() => sendResponse('found'), 300);
  }
  if (message.type === 'save') {
    clearTimeout(timers[message.key]);
    timers[message.key] = setTimeout(() => {
      chrome.storage.local.set({ value: message.value }, () => sendResponse('saved'));
    }, 300);
  }
});
chrome.runtime.onMessageExternal.addListener(async (message, sender, sendResponse) => {
  await new Promise((resolve) => {
    clearTimeout(timer);
    timer = setTimeout(resolve, 300);
  });
  sendResponse('waited');
});
