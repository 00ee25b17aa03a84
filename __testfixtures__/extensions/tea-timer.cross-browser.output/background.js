function show(text, title) {
  chrome.action.setBadgeText({ text });
  chrome.action.setTitle({ title });
}

function note(what) {
  chrome.storage.local.get({ notes: [] }, ({ notes }) => {
    chrome.storage.local.set({ notes: [...notes, what] });
  });
}

// Another cup before the first one is ready: the first one is forgotten.
function brew(minutes) {
  chrome.alarms.create('brewing', { delayInMinutes: minutes });
  show('~', 'Brewing');
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'brewing') {
    show('!', 'Your tea is ready');
    note('ready');
  }
  if (alarm.name.startsWith('breaks-')) {
    const tabId = Number(alarm.name.slice('breaks-'.length));
    note('closed');
    chrome.tabs.remove(tabId);
  }
});

function stop() {
  chrome.alarms.clear('brewing');
  show('', 'Tea');
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'brew':
      brew(minutesOf(message.tea));
      break;
    case 'stop':
      stop();
      break;
    case 'settings':
      chrome.storage.local.set({ breakMinutes: message.minutes });
      break;
  }
  sendResponse(message.type);
});

// A page of the break is closed after a while, whatever the user chose.
chrome.tabs.onUpdated.addListener((tabId, { status }, tab) => {
  if (status !== 'complete' || !tab.url.startsWith('http://break.')) return;
  chrome.storage.local.get({ breakMinutes: 10 }, ({ breakMinutes }) => {
    chrome.alarms.create(`breaks-${tabId}`, { delayInMinutes: Number(breakMinutes) });
  });
});

chrome.tabs.onRemoved.addListener((tabId) => {
  chrome.alarms.clear(`breaks-${tabId}`);
});

chrome.action.onClicked.addListener(() => brew(minutesOf('green')));
