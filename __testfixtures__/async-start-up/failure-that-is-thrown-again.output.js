let limit = 3;
const limitLoaded = chrome.storage.local.get('limit').then((saved) => { limit = saved.limit || 3; }).catch((error) => { throw new Error('settings: ' + error); }).catch(console.error);
chrome.tabs.onCreated.addListener(async (tab) => {
  await limitLoaded;
  if (tab.id > limit) chrome.tabs.remove(tab.id);
});
