if (chrome.notifications) chrome.notifications.onClicked.addListener(() => {});
chrome.alarms?.onAlarm.addListener(() => {});

function save(value) {
  if (!chrome.storage) return;
  chrome.storage.local.set({ value });
  typeof chrome.downloads !== 'undefined' && chrome.downloads.search({});
}

try {
  chrome.history.search({ text: '' }, save);
} catch {
  save(0);
}
