const Setting = { COLOR: 'color', 'SIZE': 'size' };
let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

chrome.storage.onChanged.addListener((changes) => {
  if (Setting.COLOR in changes) chrome.action.setTitle({ title: changes[Setting.COLOR].newValue });
  if (changes[Setting.SIZE]) chrome.action.setBadgeText({ text: String(changes.size.newValue) });
});

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(count);
  });
  return true;
});
