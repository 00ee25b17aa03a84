chrome.tabs.onCreated.addListener(() => {
  window.localStorage.mode = self.localStorage['mode'] === 'a' ? 'b' : 'a';
});
