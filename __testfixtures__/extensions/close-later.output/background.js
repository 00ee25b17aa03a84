// Who leaves a tab alone for half an hour is told so.

function restart(tabId) {
  chrome.alarms.create(`tell-${tabId}`, { delayInMinutes: 30 });
}

chrome.alarms.onAlarm.addListener(async (alarm) => {
  if (alarm.name.startsWith('tell-')) {
    const tabId = Number(alarm.name.slice('tell-'.length));
    tell(tabId, 'Alone since half an hour');
  }
  if (alarm.name === 'timer') {
    await stateRestored;
    ticks++;
    chrome.storage.session.set({ ticks });
    chrome.action.setTitle({ title: `Hour ${ticks}` });
  }
});

function tell(tabId, title) {
  chrome.action.setTitle({ tabId, title: `${title}: ${tabId > 0}` });
}

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status === 'complete' && tab.url.startsWith('http')) restart(tabId);
});

chrome.tabs.onRemoved.addListener((tabId) => {
  chrome.alarms.clear(`tell-${tabId}`);
});

let ticks = 0;
const stateRestored = chrome.storage.session.get({ ticks }).then((saved) => {
  ticks = saved.ticks;
}).catch(console.error);

// Counts the hours.
chrome.alarms.get('timer').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer', { periodInMinutes: 60 });
});
