let brewing = null;
const breaks = {};

function show(text, title) {
  chrome.browserAction.setBadgeText({ text });
  chrome.browserAction.setTitle({ title });
}

function note(what) {
  chrome.storage.local.get({ notes: [] }, ({ notes }) => {
    chrome.storage.local.set({ notes: [...notes, what] });
  });
}

// Another cup before the first one is ready: the first one is forgotten.
function brew(minutes) {
  clearTimeout(brewing);
  brewing = setTimeout(() => {
    brewing = null;
    show('!', 'Your tea is ready');
    note('ready');
  }, minutes * 60000);
  show('~', 'Brewing');
}

function stop() {
  if (brewing) clearTimeout(brewing);
  brewing = null;
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
    clearTimeout(breaks[tabId]);
    breaks[tabId] = setTimeout(() => {
      delete breaks[tabId];
      note('closed');
      chrome.tabs.remove(tabId);
    }, breakMinutes * MINUTE);
  });
});

chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(breaks[tabId]);
  delete breaks[tabId];
});

chrome.browserAction.onClicked.addListener(() => brew(minutesOf('green')));
