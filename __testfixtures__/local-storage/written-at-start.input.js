localStorage.failures = 0;
chrome.tabs.onRemoved.addListener(() => { localStorage.failures++; });
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
