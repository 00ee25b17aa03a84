const counter = {
  async start() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    chrome.tabs.onRemoved.addListener(this.count.bind(this));
  },
  count(id) {
    console.log(id, this.limit);
  },
};

const badge = {
  async load() {
    this.color = (await chrome.storage.local.get({ color: 'red' })).color;
    this.listen();
  },
  listen() {
    chrome.tabs.onCreated.addListener((tab) => {
      this.show(tab);
    });
  },
  show(tab) {
    chrome.action.setBadgeText({ text: `${this.color} ${tab.id}` });
  },
};

class Alarms {
  async open() {
    this.sound = (await chrome.storage.local.get({ sound: true })).sound;
    chrome.alarms.onAlarm.addListener((alarm) => {
      this.ring(alarm);
    });
  }

  ring({ name }) {
    console.log(this.sound, name);
  }
}

const other = { ...counter, count: (id, info) => console.log(id, info.windowId) };
const quiet = Object.assign({}, badge, { show: (tab) => console.log(tab.windowId) });
const loud = Object.create(new Alarms(), { ring: { value: () => console.log('loud') } });
(() => {
  other.start();
  quiet.load();
  loud.open();
})();
