class Log {
  constructor() {
    this.lines = [];
    this.since = null;
  }

  add(line) {
    if (this.since === null) {
      this.since = new Date();
      chrome.storage.session.set({ since: this.since && this.since.getTime() });
    }
    this.lines.push(line);
    chrome.storage.session.set({ lines: this.lines });
    if (this.lines.length > 3) {
      this.lines.shift();
      chrome.storage.session.set({ lines: this.lines });
    }
  }

  get age() {
    return this.since === null ? -1 : Math.floor((Date.now() - this.since.getTime()) / 60000);
  }
}

class Badge {
  #shown = 0;

  show() {
    this.#shown++;
    chrome.storage.session.set({ shown: this.#shown });
    chrome.action.setBadgeText({ text: String(this.#shown) });
  }

  restoreState() {
    return chrome.storage.session.get({ shown: this.#shown }).then((saved) => {
      this.#shown = saved.shown;
    }).catch(console.error);
  }
}
