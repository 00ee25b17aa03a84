chrome.tabs.create({ url: 'welcome.html' });
chrome.storage.local.set({ count: 0 });

chrome.tabs.onCreated.addListener(async () => {
  const { count } = await chrome.storage.local.get('count');
  chrome.storage.local.set({ count: count + 1 });
});
