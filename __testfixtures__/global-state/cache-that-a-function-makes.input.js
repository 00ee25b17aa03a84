let seen;

const getSeen = () => (seen ??= new Set());

chrome.tabs.onCreated.addListener((tab) => {
  getSeen().add(tab.id);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  if (getSeen().delete(tabId)) chrome.browserAction.setBadgeText({ text: String(getSeen().size) });
});
