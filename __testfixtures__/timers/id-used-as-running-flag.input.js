let timer = null;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'start') {
    clearTimeout(timer);
    timer = setTimeout(ring, 60000);
  }
  sendResponse({ running: timer !== null });
});

function ring() {
  timer = null;
  chrome.tabs.create({ url: 'ring.html' });
}
