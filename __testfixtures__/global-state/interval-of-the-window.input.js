let frame = 0;
let tabId = 0;

chrome.tabs.onActivated.addListener((info) => {
  tabId = info.tabId;
});

window.setInterval(() => {
  if (tabId === 0) return;
  frame++;
  chrome.action.setBadgeText({ text: String(frame % 4), tabId });
}, 1000);
