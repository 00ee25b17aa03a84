chrome.runtime.onMessage.addListener((message) => {
  document.title = message.text;
});
