let last = null;
let current = null;
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  last = tab;
});
chrome.tabs.onCreated.addListener((tab) => {
  current = tab;
});
chrome.browserAction.onClicked.addListener(() => {
  if (last === current) console.log('same');
});
