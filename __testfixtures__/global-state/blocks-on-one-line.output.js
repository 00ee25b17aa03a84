let count = 0;
let last = '';
const stateRestored = chrome.storage.session.get({ count, last: { value: last } }).then((saved) => {
  count = saved.count;
  last = saved.last.value;
}).catch(console.error);
function a() {
  count++;
  chrome.storage.session.set({ count });
}
const b = () => {
  last = 'b';
  count++
  chrome.storage.session.set({ count, last: { value: last } });
};
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  a();
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  b();
  chrome.action.setBadgeText({ text: String(count) });
});
chrome.action.onClicked.addListener(() => {
  chrome.storage.local.get('x', async (items) => {
    await stateRestored;
    last = items.x;
    chrome.storage.session.set({ last: { value: last } });
    console.log(last);
  });
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') {
    stateRestored.then(() => {
      sendResponse(count);
    });
    return true;
  }
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'last') {
    stateRestored.then(() => {
      sendResponse(last);
    });
    return true;
  }
});
