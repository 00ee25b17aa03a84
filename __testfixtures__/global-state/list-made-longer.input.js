const first = [];
const second = [];

chrome.tabs.onActivated.addListener(({ tabId }) => {
  first.push(tabId);
  second.push(tabId);
  first.length = 3;
  if (second.length > 3) second.length = 5;
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${first} ${second}` });
});
