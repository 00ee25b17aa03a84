function begin(area) {
  const app = {
    pages: [],
    async init() {
      this.pages = (await chrome.storage[area].get({ pages: [] })).pages;
      chrome.alarms.onAlarm.addListener((alarm) => this.scan(alarm));
    },
    scan({ name }) {
      for (const page of this.pages) chrome.tabs.create({ url: `${page}#${name}` });
    }
  };
  app.init();
}

begin('local');
begin('sync');
