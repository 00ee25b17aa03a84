class TabKeeper {
  constructor() {
    this.titles = new Map();
    this.closed = [];
    this.limit = 10;
    this.onRemoved = this.onRemoved.bind(this);

    chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
      await stateRestored;
      if (info.status === 'complete' && tab.url) {
        this.titles.set(id, tab.url);
        chrome.storage.session.set({ titles: [...this.titles] });
      }
    });
    chrome.tabs.onRemoved.addListener(this.onRemoved);
    chrome.runtime.onMessage.addListener(this.onMessage.bind(this));
  }

  async onRemoved(id) {
    await stateRestored;
    if (!this.titles.has(id)) return;
    if (this.titles.delete(id)) chrome.storage.session.set({ titles: [...this.titles] });
    this.remember(id);
  }

  remember(id) {
    this.closed.unshift(id);
    chrome.storage.session.set({ closed: this.closed });
    while (this.closed.length > this.limit) this.closed.pop();
    chrome.storage.session.set({ closed: this.closed });
  }

  onMessage(message, sender, sendResponse) {
    if (message === 'closed') {
      stateRestored.then(() => {
        sendResponse(this.closed);
      });
      return true;
    }
  }
}

const keeper = new TabKeeper();
const stateRestored = chrome.storage.session.get({ titles: [...keeper.titles], closed: keeper.closed }).then((saved) => {
  keeper.titles = new Map(saved.titles);
  keeper.closed = saved.closed;
}).catch(console.error);
