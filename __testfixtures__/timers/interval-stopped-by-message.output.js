const startPoll = () => chrome.alarms.create('poll', { periodInMinutes: 1 });
chrome.runtime.onInstalled.addListener(startPoll);
chrome.runtime.onStartup.addListener(startPoll);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'poll') poll();
});

function poll() {
  chrome.storage.local.get({ polls: 0 }, ({ polls }) => chrome.storage.local.set({ polls: polls + 1 }));
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'stop') {
    chrome.alarms.clear('poll');
  }
});
