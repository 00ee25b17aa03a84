// Once the storage is open.
chrome.storage.local.get('opened', () => {
  chrome.tabs.onCreated.addListener((tab) => console.log('new', tab.id));
});

chrome.tabs.query({}).then(() => {
  chrome.tabs.onRemoved.addListener((id) => console.log('gone', id));
}).catch(console.error);

chrome.storage.local.set({ opened: 1 }, () => { chrome.tabs.onMoved.addListener((id) => console.log('moved', id)); });
