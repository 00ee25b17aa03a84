chrome.runtime.onMessage.addListener((message) => {
  chrome.storage.session.set({ last: message });
});
