class Badge {
  async loadBadge() {
    this.limit = (await chrome.storage.local.get({ limit: 3 })).limit;
    chrome.tabs.onRemoved.addListener(this.show.bind(this));
  }

  show(id) {
    chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
  }
}

class Log {
  async loadLog() {
    this.name = (await chrome.storage.local.get({ name: 'log' })).name;
    chrome.tabs.onCreated.addListener(this.write.bind(this));
    Object.defineProperty(this, 'write', { value: () => console.log('replaced') });
  }

  write(tab) {
    console.log(this.name, tab.id);
  }
}

class Alarms {
  async loadAlarms() {
    this.sound = (await chrome.storage.local.get({ sound: true })).sound;
    chrome.alarms.onAlarm.addListener(this.ring.bind(this));
    decorate(this, ['ring']);
  }

  ring({ name }) {
    console.log(this.sound, name);
  }
}

class Windows {
  constructor() {
    this.note = this.note.bind(this);
  }

  async loadWindows() {
    this.last = (await chrome.storage.local.get({ last: 0 })).last;
    chrome.windows.onRemoved.addListener(this.note);
    delete this.note;
  }

  note(id) {
    console.log(this.last, id);
  }
}

function decorate(object, names) {
  for (const name of names) object[name] = () => console.log('decorated');
}

(async () => {
  const badge = new Badge();
  await badge.loadBadge();
  Object.assign(badge, { show: () => console.log('replaced') });
})();
(() => {
  const log = new Log();
  log.loadLog();
})();
(() => {
  const alarms = new Alarms();
  alarms.loadAlarms();
})();
(() => {
  const windows = new Windows();
  windows.loadWindows();
})();
