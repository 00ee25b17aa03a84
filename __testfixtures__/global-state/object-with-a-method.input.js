let last = null;
chrome.tabs.onUpdated.addListener((id, info) => {
  last = { id, info, at: Date.now(), show() {} };
});
chrome.tabs.onRemoved.addListener(() => console.log(last && last.id));
