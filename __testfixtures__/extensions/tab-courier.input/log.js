class Log {
  constructor() {
    this.lines = [];
    this.since = null;
  }

  add(line) {
    if (this.since === null) this.since = new Date();
    this.lines.push(line);
    if (this.lines.length > 3) this.lines.shift();
  }

  get age() {
    return this.since === null ? -1 : Math.floor((Date.now() - this.since.getTime()) / 60000);
  }
}

class Badge {
  #shown = 0;

  show() {
    this.#shown++;
    chrome.browserAction.setBadgeText({ text: String(this.#shown) });
  }
}
