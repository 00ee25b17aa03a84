chrome.storage.onChanged.addListener((changes) => console.log(Object.keys(changes)));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
