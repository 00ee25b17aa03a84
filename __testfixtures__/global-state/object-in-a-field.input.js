class Log {
  constructor() {
    this.lines = [];
  }

  add(line) {
    this.lines.push(line);
    if (this.lines.length > 20) this.lines.shift();
  }
}

class Badge {
  #shown = 0;

  show() {
    this.#shown++;
    chrome.action.setBadgeText({ text: String(this.#shown) });
  }
}

class App {
  badge = new Badge();

  constructor() {
    this.log = new Log();
  }

  start() {
    chrome.tabs.onCreated.addListener(({ id }) => {
      this.log.add(id);
      this.badge.show();
    });
    chrome.action.onClicked.addListener(() => console.log(this.log.lines));
  }
}

const app = new App();
app.start();
