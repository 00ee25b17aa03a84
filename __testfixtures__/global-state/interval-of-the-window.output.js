let frame = 0;
let tabId = 0;
const stateRestored = chrome.storage.session.get({ frame, tabId }).then((saved) => {
  frame = saved.frame;
  tabId = saved.tabId;
}).catch(console.error);

chrome.tabs.onActivated.addListener(async (info) => {
  await stateRestored;
  tabId = info.tabId;
  chrome.storage.session.set({ tabId });
});

window.setInterval(async () => {
  await stateRestored;
  if (tabId === 0) return;
  frame++;
  chrome.storage.session.set({ frame });
  chrome.action.setBadgeText({ text: String(frame % 4), tabId });
}, 1000);
