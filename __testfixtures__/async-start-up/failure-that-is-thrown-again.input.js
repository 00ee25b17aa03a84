let limit = 3;
chrome.storage.local.get('limit').then((saved) => { limit = saved.limit || 3; }).catch((error) => { throw new Error('settings: ' + error); });
chrome.tabs.onCreated.addListener((tab) => {
  if (tab.id > limit) chrome.tabs.remove(tab.id);
});
