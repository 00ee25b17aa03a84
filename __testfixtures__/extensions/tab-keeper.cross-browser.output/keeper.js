class Keeper {
  constructor() {
    this.pages = new Map();
    this.visits = 0;
    this.paused = false;
    this.onClicked = this.onClicked.bind(this);
  }

  listen() {
    chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
      await stateRestored;
      if (info.status === 'complete' && tab.url && tab.url.startsWith('http:') && !this.paused) {
        this.keep(id, tab.url);
        this.show();
      }
    });
    chrome.action.onClicked.addListener(this.onClicked);
    chrome.runtime.onMessage.addListener(this.onMessage.bind(this));
  }

  keep(id, url) {
    this.pages.set(id, url);
    this.visits += 1;
    chrome.storage.session.set({ pages: [...this.pages], visits: this.visits });
  }

  async onClicked() {
    await stateRestored;
    this.paused = !this.paused;
    chrome.storage.session.set({ paused: this.paused });
    this.show();
  }

  onMessage(message, sender, sendResponse) {
    switch (message.type) {
      case 'pages':
        stateRestored.then(() => {
          sendResponse({ pages: [...this.pages.values()], visits: this.visits });
        });
        return true;
      case 'count':
        stateRestored.then(() => {
          this.visits += 1;
          chrome.storage.session.set({ visits: this.visits });
          sendResponse(this.visits);
        });
        return true;
      case 'clear':
        stateRestored.then(() => {
          this.pages.clear();
          this.visits = 0;
          chrome.storage.session.set({ pages: [...this.pages], visits: this.visits });
        });
        break;
    }
  }

  show() {
    chrome.action.setBadgeText({ text: this.paused ? 'off' : String(this.visits) });
  }
}
