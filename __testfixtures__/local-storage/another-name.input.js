const store = localStorage;
chrome.tabs.onRemoved.addListener(() => console.log(store.mode));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
