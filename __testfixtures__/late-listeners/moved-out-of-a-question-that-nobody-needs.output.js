// Once the storage is open.
chrome.tabs.onCreated.addListener((tab) => console.log('new', tab.id));

chrome.tabs.onRemoved.addListener((id) => console.log('gone', id));

chrome.storage.local.set({ opened: 1 }, () => {});
chrome.tabs.onMoved.addListener((id) => console.log('moved', id));
