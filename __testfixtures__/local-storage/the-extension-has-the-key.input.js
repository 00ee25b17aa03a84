chrome.runtime.onInstalled.addListener(() => chrome.storage.local.set({ stored: 1 }));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
