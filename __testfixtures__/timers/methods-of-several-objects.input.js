class Closer {
  constructor(delay) {
    this.delay = delay;
  }

  later(tabId) {
    setTimeout(() => this.close(tabId), 120000);
    setTimeout(this.close.bind(this), 120000, tabId);
    setTimeout(function () {
      this.close(tabId);
    }, 120000);
  }

  close(tabId) {
    chrome.tabs.remove(tabId);
  }
}

const first = new Closer(1);
const second = new Closer(2);
chrome.tabs.onCreated.addListener((tab) => {
  first.later(tab.id);
  second.later(tab.id);
});
