// Every refresh finds one more.
function refresh() {
  chrome.storage.local.get({ found: 0 }, ({ found }) => {
    chrome.storage.local.set({ found: found + 1 });
    chrome.action.setBadgeText({ text: String(found + 1) });
  });
}

chrome.alarms.get('refresh').then((alarm) => {
  if (!alarm) chrome.alarms.create('refresh', { periodInMinutes: REFRESH_PERIOD / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'refresh') refresh();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'snooze') {
    snooze();
  } else if (message === 'unsnooze') {
    chrome.alarms.clear('snoozing');
    awake();
  }
  sendResponse(message);
});

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
