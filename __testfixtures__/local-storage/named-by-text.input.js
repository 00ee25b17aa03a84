const root = window;
chrome.tabs.onRemoved.addListener(() => console.log(root['localStorage'].mode));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
