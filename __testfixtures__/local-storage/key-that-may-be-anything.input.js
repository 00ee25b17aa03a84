chrome.runtime.onMessage.addListener((message) => localStorage.getItem(message.key));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
