chrome.tabs.onRemoved.addListener((id) => {
  [localStorage.last, localStorage.before] = [id, localStorage.last];
  ({ id: localStorage.other } = { id });
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
