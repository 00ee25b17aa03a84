class Tabs {
  constructor() {
    this.urls = {};
    this.count = 0;
  }

  see(id, url) {
    this.urls[id] = url;
    this.count++;
    chrome.storage.session.set({ urls: this.urls, count: this.count });
  }

  forget(id) {
    delete this.urls[id];
    chrome.storage.session.set({ urls: this.urls });
  }
}

export const tabs = new Tabs();
export const stateRestored = chrome.storage.session.get({ urls: tabs.urls, count: tabs.count }).then((saved) => {
  tabs.urls = saved.urls;
  tabs.count = saved.count;
}).catch(console.error);
