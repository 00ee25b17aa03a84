chrome.storage.local.get('theme', ({ theme }) => console.log(theme));
chrome.tabs.onRemoved.addListener(() => chrome.storage.sync.set({ closed: Date.now() }));
