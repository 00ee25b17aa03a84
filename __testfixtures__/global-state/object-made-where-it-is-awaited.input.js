class App {
  constructor() {
    this.count = 0;
  }

  async listen() {
    browser.tabs.onCreated.addListener(() => this.add());
  }

  add() {
    this.count++;
    browser.browserAction.setBadgeText({ text: String(this.count) });
  }
}

(async () => {
  await new App().listen();
})();

