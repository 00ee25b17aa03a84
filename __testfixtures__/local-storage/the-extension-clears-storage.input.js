chrome.runtime.onInstalled.addListener(() => chrome.storage.local.clear());
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
