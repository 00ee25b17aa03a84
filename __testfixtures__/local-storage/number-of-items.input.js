chrome.tabs.onRemoved.addListener(() => {
  for (let index = 0; index < localStorage.length; index++) console.log(localStorage.key(index));
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
