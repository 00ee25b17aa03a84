function poll() {
  fetch('https://example.com/poll');
}

chrome.runtime.onInstalled.addListener(() => {
  setInterval(poll, 60000);
  setInterval(poll, 60000);
});
