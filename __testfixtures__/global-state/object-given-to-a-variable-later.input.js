class App {
  constructor() {
    this.count = 0;
  }

  add() {
    this.count++;
    browser.browserAction.setBadgeText({ text: String(this.count) });
  }
}

let app;
app = new App();
browser.tabs.onCreated.addListener(() => app.add());
