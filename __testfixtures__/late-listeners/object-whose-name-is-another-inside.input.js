const app = {
  pages: [],
  async init(app) {
    this.pages = (await chrome.storage.local.get({ pages: [] })).pages;
    chrome.alarms.onAlarm.addListener((alarm) => this.scan(alarm));
    return app;
  },
  scan({ name }) {
    for (const page of this.pages) chrome.tabs.create({ url: `${page}#${name}` });
  }
};

app.init({ scan() {} });
