function note(key, value) {
  chrome.storage.local.set({ [key]: value });
}

// Registered once the page is there.
window.addEventListener('load', () => {
  chrome.browserAction.onClicked.addListener((tab) => {
    note('clicked', tab.url);
  });
});

// Registered with the answer of storage at hand.
chrome.storage.local.get({ prefix: 'rang' }, (items) => {
  chrome.alarms.onAlarm.addListener((alarm) => {
    note('alarm', `${items.prefix} ${alarm.name}`);
  });
});

// Registered where the settings ask for it.
chrome.storage.local.get({ watch: true }, ({ watch }) => {
  if (watch) {
    chrome.tabs.onUpdated.addListener((tabId, change) => {
      if (change.url && /^http/.test(change.url)) note('visited', change.url);
    });
  }
});

// Registered behind an await, by a function that does nothing else.
async function main() {
  await loadSettings();
  listen();
}

function listen() {
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message.type === 'arm') {
      chrome.alarms.create('noon', { delayInMinutes: 60 });
    }
    if (message.type === 'label') {
      sendResponse(`${settings.label} ${message.count % settings.limit}`);
    }
  });
}

main();

// Registered when it was installed.
chrome.runtime.onInstalled.addListener(() => {
  chrome.tabs.onRemoved.addListener(forget);
});

function forget() {
  note('visited', 'nothing');
}
