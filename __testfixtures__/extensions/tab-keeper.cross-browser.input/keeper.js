class Keeper {
  constructor() {
    this.pages = new Map();
    this.visits = 0;
    this.paused = false;
    this.onClicked = this.onClicked.bind(this);
  }

  listen() {
    chrome.tabs.onUpdated.addListener((id, info, tab) => {
      if (info.status === 'complete' && tab.url && tab.url.startsWith('http:') && !this.paused) {
        this.keep(id, tab.url);
        this.show();
      }
    });
    chrome.browserAction.onClicked.addListener(this.onClicked);
    chrome.runtime.onMessage.addListener(this.onMessage.bind(this));
  }

  keep(id, url) {
    this.pages.set(id, url);
    this.visits += 1;
  }

  onClicked() {
    this.paused = !this.paused;
    this.show();
  }

  onMessage(message, sender, sendResponse) {
    switch (message.type) {
      case 'pages':
        sendResponse({ pages: [...this.pages.values()], visits: this.visits });
        break;
      case 'count':
        this.visits += 1;
        sendResponse(this.visits);
        break;
      case 'clear':
        this.pages.clear();
        this.visits = 0;
        break;
    }
  }

  show() {
    chrome.browserAction.setBadgeText({ text: this.paused ? 'off' : String(this.visits) });
  }
}
