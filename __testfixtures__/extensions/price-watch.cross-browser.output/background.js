function look() {
  chrome.storage.local.get({ looks: 0 }, ({ looks }) => {
    chrome.storage.local.set({ looks: looks + 1 });
    chrome.action.setBadgeText({ text: String(looks + 1) });
  });
}

function apply() {
  chrome.storage.sync.get({ watch: true, minutes: 15 }, (items) => {
    // Off is off.
    if (items.watch) {
      const lookMinutes = Number(items.minutes);
      chrome.alarms.get('look').then((alarm) => {
        if (!alarm || alarm.periodInMinutes !== lookMinutes) chrome.alarms.create('look', { periodInMinutes: lookMinutes });
      });
    } else {
      chrome.alarms.clear('look');
    }
  });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'look') look();
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'sync') apply();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  chrome.storage.sync.set(message, () => sendResponse('stored'));
  return true;
});

apply();
