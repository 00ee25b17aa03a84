chrome.runtime.onMessage.addListener((message) => {
  console.log(message, localStorage.mode);
});
