let enabled = true;
let listens = false;
let mode = 'all';

function listen(on) {
  if (on) listens = true;
  else listens = false;
}

function setEnabled(value) {
  if (value === enabled) return;
  enabled = value;
  listen(value);
}

function setMode(value) {
  mode = value;
}

chrome.storage.local.get({ enabled: true, mode: 'all' }, (stored) => {
  enabled = stored.enabled;
  mode = stored.mode;
  listen(stored.enabled);
});

chrome.action.onClicked.addListener(() => {
  setEnabled(!enabled);
  chrome.storage.local.set({ enabled });
});

chrome.commands.onCommand.addListener((command) => {
  if (command === 'next') {
    setMode(mode === 'all' ? 'none' : 'all');
    chrome.storage.local.set({ mode });
  } else {
    setMode('all');
  }
});

chrome.tabs.onUpdated.addListener((tabId) => {
  if (listens && enabled) chrome.action.setTitle({ tabId, title: mode });
});
