const KEY = 'stored';
chrome.tabs.onCreated.addListener((tab) => {
  localStorage.mode = tab.index ? 'a' : 'b';
  chrome.storage.local.set({ [KEY]: tab.id });
});
chrome.tabs.onRemoved.addListener(() => console.log(localStorage.mode));
