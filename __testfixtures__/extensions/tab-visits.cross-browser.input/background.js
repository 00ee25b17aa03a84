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
      chrome.tabs.onUpdated.addListener(this.onUpdated.bind(this));
    } catch (error) {
      console.error(error);
    }
  }

  onUpdated(tabId, change) {
    if (change.url && this.hosts.includes(new URL(change.url).hostname)) note('visited', change.url);
  }
}

const visits = new Visits();
visits.start();

// Registered in the continuation of a promise.
load({ prefix: 'rang' }).then(({ prefix }) => {
  chrome.alarms.onAlarm.addListener((alarm) => {
    note('alarm', `${prefix} ${alarm.name}`);
  });
});

// Registered in a callback, inside of a method that start-up calls.
const counter = {
  limit: 0,

  init() {
    chrome.storage.local.get({ limit: 3 }, (items) => {
      this.limit = items.limit;
      chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
        if (message.type === 'arm') chrome.alarms.create('noon', { delayInMinutes: 60 });
        if (message.type === 'count') sendResponse(message.count % this.limit);
      });
    });
  },
};

counter.init();
