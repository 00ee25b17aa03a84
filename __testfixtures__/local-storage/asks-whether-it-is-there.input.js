chrome.tabs.onRemoved.addListener(() => {
  if (window.localStorage) console.log(localStorage.mode);
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
