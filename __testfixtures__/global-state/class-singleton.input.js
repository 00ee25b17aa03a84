class TabKeeper {
  constructor() {
    this.titles = new Map();
    this.closed = [];
    this.limit = 10;
    this.onRemoved = this.onRemoved.bind(this);

    chrome.tabs.onUpdated.addListener((id, info, tab) => {
      if (info.status === 'complete' && tab.url) this.titles.set(id, tab.url);
    });
    chrome.tabs.onRemoved.addListener(this.onRemoved);
    chrome.runtime.onMessage.addListener(this.onMessage.bind(this));
  }

  onRemoved(id) {
    if (!this.titles.has(id)) return;
    this.titles.delete(id);
    this.remember(id);
  }

  remember(id) {
    this.closed.unshift(id);
    while (this.closed.length > this.limit) this.closed.pop();
  }

  onMessage(message, sender, sendResponse) {
    if (message === 'closed') {
      sendResponse(this.closed);
    }
  }
}

const keeper = new TabKeeper();
