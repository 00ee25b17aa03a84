let limit = parseInt(localStorage.limit) || 10;
chrome.tabs.onRemoved.addListener(() => console.log(limit));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
  localStorage.limit = 5;
});
