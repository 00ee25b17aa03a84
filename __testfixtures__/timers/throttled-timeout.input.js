let flushTimer = null;

chrome.history.onVisited.addListener(() => {
  if (!flushTimer) {
    flushTimer = setTimeout(flush, 60000);
  }
});

function flush() {
  flushTimer = null;
  chrome.action.setBadgeText({ text: 'flushed' });
}
