chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = 'b';
});
