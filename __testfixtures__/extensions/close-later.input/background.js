// Who leaves a tab alone for half an hour is told so.
const timers = {};

function restart(tabId) {
  clearTimeout(timers[tabId]);
  timers[tabId] = setTimeout(() => {
    tell(tabId, 'Alone since half an hour');
  }, 30 * 60 * 1000);
}

function tell(tabId, title) {
  chrome.browserAction.setTitle({ tabId, title: `${title}: ${tabId > 0}` });
}

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status === 'complete' && tab.url.startsWith('http')) restart(tabId);
});

chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(timers[tabId]);
  delete timers[tabId];
});

let ticks = 0;

// Counts the hours.
setInterval(() => {
  ticks++;
  chrome.browserAction.setTitle({ title: `Hour ${ticks}` });
}, 60 * 60 * 1000);
