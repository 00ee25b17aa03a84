class Visits {
  constructor() {
    this.urls = [];
    this.total = 0;
  }

  add(url) {
    this.urls.push(url);
    ++this.total;
    chrome.storage.session.set({ urls: this.urls, total: this.total });
    return this.total;
  }
}

const visits = new Visits();
export default visits;
export const stateRestored = chrome.storage.session.get({ urls: visits.urls, total: visits.total }).then((saved) => {
  visits.urls = saved.urls;
  visits.total = saved.total;
}).catch(console.error);
