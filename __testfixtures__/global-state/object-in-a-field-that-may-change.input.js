class Log {
  constructor() { this.lines = 0; }
  add() { this.lines++; console.log(this.lines); }
}
class Replaced {
  constructor() { this.log = new Log(); }
  start() {
    chrome.tabs.onCreated.addListener(() => this.log.add());
    chrome.tabs.onRemoved.addListener(() => { this.log = undefined; });
  }
}
class Badge {
  constructor() { this.shown = 0; }
  show() { this.shown++; console.log(this.shown); }
}
class Late {
  constructor(wanted) { if (wanted) this.badge = new Badge(); }
  start() {
    chrome.tabs.onCreated.addListener(() => this.badge && this.badge.show());
  }
}
class Count {
  constructor() { this.total = 0; }
  up() { this.total++; console.log(this.total); }
}
class Hidden {
  #count = new Count();
  start() {
    chrome.tabs.onCreated.addListener(() => this.#count.up());
  }
}
class Names {
  constructor() { this.latest = 0; }
  use() { this.latest++; console.log(this.latest); }
}
class Open {
  constructor() { this.names = new Names(); }
  start() {
    const { names } = this;
    chrome.tabs.onCreated.addListener(() => names.use());
  }
}
const replaced = new Replaced();
const late = new Late(localStorage.badge);
const hidden = new Hidden();
const open = new Open();
replaced.start();
late.start();
hidden.start();
open.start();
