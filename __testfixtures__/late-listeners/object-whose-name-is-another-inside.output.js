let theObject;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

const app = {
  pages: [],
  async init(app) {
    this.pages = (await chrome.storage.local.get({ pages: [] })).pages;
    theObject = this;
    startListening();
    return app;
  },
  scan({ name }) {
    for (const page of this.pages) chrome.tabs.create({ url: `${page}#${name}` });
  }
};

chrome.alarms.onAlarm.addListener(async (alarm) => {
  await listening;
  theObject.scan(alarm);
});

app.init({ scan() {} });
