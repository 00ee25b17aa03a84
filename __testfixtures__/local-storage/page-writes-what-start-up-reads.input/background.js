const limit = Number(localStorage.limit) || 10;
chrome.tabs.onCreated.addListener((tab) => {
  if (tab.index > limit) chrome.tabs.remove(tab.id);
});
