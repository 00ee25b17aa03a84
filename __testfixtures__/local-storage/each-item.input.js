chrome.tabs.onRemoved.addListener(() => {
  for (const key in localStorage) console.log(key);
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
