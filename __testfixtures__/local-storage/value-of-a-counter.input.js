chrome.tabs.onRemoved.addListener(() => console.log(localStorage.count++));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
