let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class Switch {
  constructor() {
    this.on = false;
    this.start();
  }
  start() {
    chrome.storage.local.get('on', ({ on }) => {
      this.on = on === true;
      startListening();
    });
  }
  made(tab) {
    if (this.on) chrome.tabs.remove(tab.id);
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  theSwitch.made(tab);
});
let startListening2;
const listening2 = new Promise((resolve) => {
  startListening2 = resolve;
});

class Browser {
  start() {
    chrome.tabs.query({}, () => {
      startListening2();
    });
  }
  gone(tabId) {
    chrome.tabs.create({ openerTabId: tabId });
  }
}

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await listening2;
  theBrowser.gone(tabId);
});
const theSwitch = new Switch();
const theBrowser = new Browser();
theBrowser.start();
