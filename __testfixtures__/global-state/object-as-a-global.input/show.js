import './tabs.js';

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${tabs.opened} opened` });
  console.log(globalThis.tabs.closed);
});
