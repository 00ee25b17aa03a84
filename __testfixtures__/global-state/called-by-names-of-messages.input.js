class Tabs {
  constructor() {
    this.opened = 0;
  }

  add() {
    this.opened++;
  }

  get() {
    return this.opened;
  }
}

const tabs = new Tabs();

function run(target, method) {
  target[method]();
}

chrome.tabs.onCreated.addListener(() => run(tabs, 'get'));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  run(tabs, message.method);
  sendResponse(tabs.get());
});
