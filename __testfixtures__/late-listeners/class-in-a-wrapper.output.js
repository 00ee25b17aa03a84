(() => {
  let startListening;
  const listening = new Promise((resolve) => {
    startListening = resolve;
  });

  class Scanner {
    pages = [];

    async init() {
      this.pages = (await chrome.storage.local.get({ pages: [] })).pages;
      startListening();
    }

    scan({ name }) {
      for (const page of this.pages) chrome.tabs.create({ url: `${page}#${name}` });
    }
  }

  chrome.alarms.onAlarm.addListener(async (alarm) => {
    await listening;
    scanner.scan(alarm);
  });

  const scanner = new Scanner();
  scanner.init();
})();
