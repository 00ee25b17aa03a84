let timers = new Map();

function forget(tabId) {
  if (timers.has(tabId)) {
    clearTimeout(timers.get(tabId));
    timers.delete(tabId);
  }
}

browser.tabs.onUpdated.addListener((tabId, { status }) => {
  forget(tabId);
  if (status === 'complete') timers.set(tabId, setTimeout(() => {
    timers.delete(tabId);
    browser.tabs.sendMessage(tabId, 'still here?');
  }, 40000));
});
browser.tabs.onRemoved.addListener(forget);
