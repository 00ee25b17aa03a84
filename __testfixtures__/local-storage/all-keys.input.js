chrome.tabs.onRemoved.addListener(() => {
  for (const key of Object.keys(localStorage)) console.log(key, localStorage[key]);
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
