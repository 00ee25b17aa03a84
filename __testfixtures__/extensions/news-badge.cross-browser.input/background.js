let snoozing = null;

// Every refresh finds one more.
function refresh() {
  chrome.storage.local.get({ found: 0 }, ({ found }) => {
    chrome.storage.local.set({ found: found + 1 });
    chrome.browserAction.setBadgeText({ text: String(found + 1) });
  });
}

setInterval(refresh, REFRESH_PERIOD);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'snooze') {
    snooze();
  } else if (message === 'unsnooze') {
    if (snoozing) {
      clearTimeout(snoozing);
      snoozing = null;
    }
    awake();
  }
  sendResponse(message);
});
