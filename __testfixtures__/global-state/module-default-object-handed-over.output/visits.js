class Visits {
  constructor() {
    this.urls = [];
  }

  add(url) {
    this.urls.push(url);
    chrome.storage.session.set({ urls: this.urls });
  }
}

const visits = new Visits();
export default visits;
export const stateRestored = chrome.storage.session.get({ urls: visits.urls }).then((saved) => {
  visits.urls = saved.urls;
}).catch(console.error);
