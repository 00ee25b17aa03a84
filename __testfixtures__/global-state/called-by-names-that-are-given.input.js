class Tabs {
  constructor() {
    this.opened = [];
    this.closed = [];
    this.other = 0;
  }

  add(tab) {
    this.opened.push(tab.id);
  }

  remove(id) {
    this.closed.push(id);
  }

  close() {
    this.other++;
  }

  get() {
    return [this.opened, this.closed, this.other];
  }
}

const tabs = new Tabs();

function wrap(target, method) {
  return (...args) => target[method](...args);
}

chrome.tabs.onCreated.addListener(wrap(tabs, 'add'));
chrome.tabs.onRemoved.addListener(wrap(tabs, 'remove'));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse(tabs.get()));
