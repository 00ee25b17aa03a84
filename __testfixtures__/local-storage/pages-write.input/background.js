chrome.tabs.onCreated.addListener((tab) => {
  const limit = Number(localStorage.getItem('limit') || 20);
  if (localStorage.mode === 'strict' && tab.index >= limit) chrome.tabs.remove(tab.id);
  chrome.browserAction.setBadgeText({ text: `${localStorage.mode} ${limit}` });
});
