class Log {
  constructor() {
    this.lines = [];
  }

  add(line) {
    this.lines.push(line);
    chrome.storage.session.set({ lines: this.lines });
    if (this.lines.length > 20) {
      this.lines.shift();
      chrome.storage.session.set({ lines: this.lines });
    }
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

class App {
  badge = new Badge();

  constructor() {
    this.log = new Log();
  }

  start() {
    chrome.tabs.onCreated.addListener(async ({ id }) => {
      await stateRestored;
      this.log.add(id);
      this.badge.show();
    });
    chrome.action.onClicked.addListener(async () => {
      await stateRestored;
      console.log(this.log.lines);
    });
  }
}

const app = new App();
const stateRestored = Promise.all([
  chrome.storage.session.get({ lines: app.log.lines }).then((saved) => {
    app.log.lines = saved.lines;
  }).catch(console.error),
  app.badge.restoreState()
]);
app.start();
