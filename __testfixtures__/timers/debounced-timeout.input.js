let saveTimer;

chrome.tabs.onUpdated.addListener(() => {
  if (saveTimer) clearTimeout(saveTimer);
  saveTimer = setTimeout(() => {
    saveTimer = undefined;
    chrome.action.setBadgeText({ text: 'idle' });
  }, 2 * 60 * 1000);
});
chrome.windows.onFocusChanged.addListener(() => {
  clearTimeout(saveTimer);
});
