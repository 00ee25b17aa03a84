chrome.tabs.onCreated.addListener(() => console.log(isDark()));
chrome.runtime.onMessage.addListener((message) => {
  localStorage.mode = message.mode;
});
