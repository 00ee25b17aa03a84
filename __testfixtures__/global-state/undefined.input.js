let current;
chrome.tabs.onActivated.addListener(({ tabId }) => {
  console.log(current === undefined ? 'none' : current);
  current = tabId;
});
chrome.tabs.onRemoved.addListener(() => { current = undefined; });
