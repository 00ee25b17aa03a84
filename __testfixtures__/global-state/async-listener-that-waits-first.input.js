let n = 0;
chrome.tabs.onUpdated.addListener(async (id) => {
  const tab = await chrome.tabs.get(id).catch(() => ({}));
  n++;
  chrome.action.setBadgeText({ text: String(n) });
});
