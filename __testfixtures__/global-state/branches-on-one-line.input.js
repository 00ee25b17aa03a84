let count = 0;
chrome.tabs.onUpdated.addListener((id, info) => {
  if (info.url) { count++; }
  else { count--; }
  if (info.status) count += 2;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') { sendResponse(count); return true; }
  if (message === 'add') { count++; }
  return false;
});
