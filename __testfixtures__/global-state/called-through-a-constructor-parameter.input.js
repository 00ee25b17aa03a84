class Counter {
  constructor() {
    this.count = 0;
  }

  update() {
    this.count++;
  }

  get() {
    return this.count;
  }
}

class Menu {
  constructor(app) {
    this.app = app;
  }

  open() {
    this.app.counter.update();
  }
}

class App {
  constructor() {
    this.counter = new Counter();
    this.menu = new Menu(this);
  }
}

const app = new App();

chrome.browserAction.onClicked.addListener(() => app.menu.open());
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse(app.counter.get()));
