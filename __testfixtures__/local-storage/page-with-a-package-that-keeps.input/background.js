chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
