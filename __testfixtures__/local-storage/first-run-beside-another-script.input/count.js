chrome.runtime.onMessage.addListener((message) => {
  localStorage.count = Number(localStorage.count) + 1;
});
