let watching;

function look() {
  chrome.storage.local.get({ looks: 0 }, ({ looks }) => {
    chrome.storage.local.set({ looks: looks + 1 });
    chrome.browserAction.setBadgeText({ text: String(looks + 1) });
  });
}

function apply() {
  chrome.storage.sync.get({ watch: true, minutes: 15 }, (items) => {
    clearInterval(watching);
    // Off is off.
    if (items.watch) {
      watching = setInterval(look, items.minutes * 60 * 1000);
    }
  });
}

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'sync') apply();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  chrome.storage.sync.set(message, () => sendResponse('stored'));
  return true;
});

apply();
