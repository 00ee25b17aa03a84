chrome.tabs.onRemoved.addListener(() => {
  if (typeof localStorage !== 'undefined') console.log(localStorage.mode);
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
