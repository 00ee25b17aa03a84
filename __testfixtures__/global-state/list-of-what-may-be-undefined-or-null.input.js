let pending = [];
const seen = new Set();
let lists = [[]];

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse({ pending, seen: [...seen], lists });
});
chrome.contextMenus.onClicked.addListener((info) => {
  pending.push(info.srcUrl);
  seen.add(info.srcUrl);
});
chrome.tabs.onCreated.addListener(() => {
  pending.push(null);
});
chrome.tabs.onUpdated.addListener((tabId, info) => {
  lists.push(info.url ? [info.url, info.title] : undefined);
});
