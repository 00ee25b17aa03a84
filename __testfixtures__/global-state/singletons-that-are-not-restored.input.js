class WithOptions {
  static instance = null;
  static get(step) {
    if (!WithOptions.instance) WithOptions.instance = new WithOptions();
    return WithOptions.instance;
  }
  count = 0;
  add() { this.count++; }
}

class Listening {
  static instance = null;
  static get() {
    if (!Listening.instance) Listening.instance = new Listening();
    return Listening.instance;
  }
  count = 0;
  constructor() { this.start(); }
  start() { chrome.storage.onChanged.addListener(() => this.add()); }
  add() { this.count++; }
}

class Started {
  static instance = null;
  static get() {
    if (!Started.instance) {
      Started.instance = new Started();
      Started.instance.start();
    }
    return Started.instance;
  }
  count = 0;
  start() { fetch('https://start.example/'); }
  add() { this.count++; }
}

class Reset {
  static instance = null;
  static get() {
    if (!Reset.instance) Reset.instance = new Reset();
    return Reset.instance;
  }
  static reset() { Reset.instance = null; }
  count = 0;
  add() { this.count++; }
}

class Early {
  static instance = null;
  static get() { return Early.instance ?? (Early.instance = new Early()); }
  count = FIRST;
  add() { this.count++; }
}

class Setting {
  static instance = null;
  static get() { return Setting.instance ?? (Setting.instance = new Setting()); }
  kept = 0;
  constructor() { this.count = 0; }
  set count(value) { this.kept = value; console.log('set', value); }
  add() { this.kept++; }
}

class Waiting {
  static instance = null;
  static async get() {
    if (!Waiting.instance) Waiting.instance = new Waiting();
    return Waiting.instance;
  }
  count = 0;
  add() { this.count++; }
}

class HandedOn {
  count = 0;
  add() { this.count++; }
}
let handedOn;
const getHandedOn = () => handedOn ??= new HandedOn();
const getters = [getHandedOn];

class Twice {
  static create() { return new Twice(); }
  count = 0;
  add() { this.count++; }
}
const first = Twice.create();
const second = Twice.create();

class Replaced {
  count = 0;
  add() { this.count++; }
}
let replaced;
function getReplaced() { return replaced ??= new Replaced(); }

const FIRST = 0;

chrome.tabs.onCreated.addListener(() => {
  WithOptions.get(2).add();
  Listening.get().add();
  Started.get().add();
  Reset.get().add();
  Early.get().add();
  Setting.get().add();
  Waiting.get().then((one) => one.add());
  getters[0]().add();
  first.add();
  second.add();
  getReplaced().add();
});
chrome.tabs.onRemoved.addListener(() => {
  Reset.reset();
  replaced = undefined;
});
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply([WithOptions.get(1).count, Listening.get().count, Started.get().count, Reset.get().count, Early.get().count, Setting.get().kept, getHandedOn().count, first.count, second.count, getReplaced().count]);
  Waiting.get().then((one) => console.log(one.count));
});
