chrome.tabs.create({ url: 'welcome.html' });
chrome.storage.local.set({ count: 0 });
