let current;
let visits = 0;
function show() {
  chrome.browserAction.setBadgeText({ text: `${current}: ${visits}` });
}
chrome.tabs.onActivated.addListener(({ tabId }) => {
  current = tabId;
  visits++;
  show();
});
