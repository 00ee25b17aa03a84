function note(key, value) {
  chrome.storage.local.set({ [key]: value });
}

function load(defaults) {
  return new Promise((resolve) => chrome.storage.local.get(defaults, resolve));
}

// Registered by a method of the one instance, behind an await.
class Visits {
  constructor() {
    this.hosts = [];
  }

  async start() {
    try {
      const { hosts } = await load({ hosts: ['one.example', 'two.example'] });
      this.hosts = hosts;
    } catch (error) {
      console.error(error);
    }
  }

  async onUpdated(tabId, change) {
    await settingsLoaded;
    if (change.url && this.hosts.includes(new URL(change.url).hostname)) note('visited', change.url);
  }
}

const visits = new Visits();
const settingsLoaded = visits.start().catch(console.error);
chrome.tabs.onUpdated.addListener(visits.onUpdated.bind(visits));

let prefix;
// Registered in the continuation of a promise.
const prefixLoaded = load({ prefix: 'rang' }).then((found) => {
  ({ prefix } = found);
}).catch(console.error);

chrome.alarms.onAlarm.addListener(async (alarm) => {
  await prefixLoaded;
  note('alarm', `${prefix} ${alarm.name}`);
});

// Registered in a callback, inside of a method that start-up calls.
const counter = {
  limit: 0,

  init() {
    const loading = chrome.storage.local.get({ limit: 3 }).then((items) => {
      this.limit = items.limit;
    });

    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
      if (message.type === 'arm') chrome.alarms.create('noon', { delayInMinutes: 60 });
      if (message.type === 'count') {
        startUpDone.then(() => {
          sendResponse(message.count % counter.limit);
        });
        return true;
      }
    });
    return loading;
  },
};

const startUpDone = counter.init().catch(console.error);
