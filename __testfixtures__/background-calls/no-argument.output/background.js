function refresh() {
  chrome.alarms.create('refresh', { when: Date.now() });
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener(function(message) {
  if (message?.type === 'background/refresh') refresh();
});
