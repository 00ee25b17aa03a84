chrome.tabs.onRemoved.addListener(() => localStorage?.mode);
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
