function note(key, value) {
  chrome.storage.local.set({ [key]: value });
}

// Registered once the page is there.
const startUp = () => {
  chrome.action.onClicked.addListener((tab) => {
    note('clicked', tab.url);
  });
};

let items;
// Registered with the answer of storage at hand.
const itemsLoaded = chrome.storage.local.get({ prefix: 'rang' }).then((found) => {
  items = found;
}).catch(console.error);

chrome.alarms.onAlarm.addListener(async (alarm) => {
  await itemsLoaded;
  note('alarm', `${items.prefix} ${alarm.name}`);
});

let watch;
// Registered where the settings ask for it.
const watchLoaded = chrome.storage.local.get({ watch: true }).then((loaded) => {
  ({ watch } = loaded);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, change) => {
  await watchLoaded;
  if (!watch) return;
  if (change.url && /^http/.test(change.url)) note('visited', change.url);
});

// Registered behind an await, by a function that does nothing else.
async function main() {
  await loadSettings();
}

function listen() {
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message.type === 'arm') {
      chrome.alarms.create('noon', { delayInMinutes: 60 });
    }
    if (message.type === 'label') {
      settingsLoaded.then(() => {
        sendResponse(`${settings.label} ${message.count % settings.limit}`);
      });
      return true;
    }
  });
}

const settingsLoaded = main().catch(console.error);

listen();

// Registered when it was installed.
chrome.tabs.onRemoved.addListener(forget);

function forget() {
  note('visited', 'nothing');
}

startUp();
