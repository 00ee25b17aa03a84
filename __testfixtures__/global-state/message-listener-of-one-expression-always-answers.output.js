let count = 0, last = null;
const stateRestored = chrome.storage.session.get({ count, last: { value: last } }).then((saved) => {
  count = saved.count;
  last = saved.last.value;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    message === 'next' ? sendResponse(++count) : (last = message.id, count--, sendResponse({ count, last }));
    chrome.storage.session.set({ count, last: { value: last } });
  });
  return true;
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
});
