chrome.runtime.onMessage.addListener((message, sender, respond) => {
  localStorage.mode = message;
  respond();
});
