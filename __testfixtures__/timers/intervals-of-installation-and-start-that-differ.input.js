chrome.runtime.onInstalled.addListener(() => {
  setInterval(refresh, 60 * 60 * 1000);
});

chrome.runtime.onMessage.addListener(() => {
  setInterval(refresh, 60 * 60 * 1000);
});

function refresh() {
  fetch('https://example.com/news');
}
