chrome.alarms.get('poll').then((alarm) => {
  if (!alarm) chrome.alarms.create('poll', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'poll') poll();
});

function poll() {
  chrome.storage.local.get({ polls: 0 }, ({ polls }) => chrome.storage.local.set({ polls: polls + 1 }));
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'now') {
    poll();
    chrome.alarms.create('poll', { periodInMinutes: 1 });
  }
});
