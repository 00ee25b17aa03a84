const Setting = { COLOR: 'color', 'SIZE': 'size' };
let count = 0;

chrome.storage.onChanged.addListener((changes) => {
  if (Setting.COLOR in changes) chrome.action.setTitle({ title: changes[Setting.COLOR].newValue });
  if (changes[Setting.SIZE]) chrome.action.setBadgeText({ text: String(changes.size.newValue) });
});

chrome.tabs.onCreated.addListener(() => {
  count++;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(count);
});
