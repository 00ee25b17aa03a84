let clicks = 0;

class History {
  #pages = [];
  #names = new Map();
  limit = 10;
  #last;

  constructor() {
    this.#last = null;
  }

  visit(id) {
    this.#pages.push(id);
    chrome.storage.session.set({ pages: this.#pages });
    if (this.#pages.length > this.limit) {
      this.#pages.shift();
      chrome.storage.session.set({ pages: this.#pages });
    }
    this.#last = id;
    this.#names.set(id, `page ${id}`);
    chrome.storage.session.set({ last: this.#last, names: [...this.#names] });
  }

  forget() {
    this.limit++;
    this.#names.clear();
    chrome.storage.session.set({ limit: this.limit, names: [...this.#names] });
  }

  show() {
    console.log(this.#pages, this.#last, [...this.#names], this.limit, clicks);
  } // all of it

  restoreState() {
    return chrome.storage.session.get({ last: this.#last, pages: this.#pages, limit: this.limit, names: [...this.#names] }).then((saved) => {
      this.#last = saved.last;
      this.#pages = saved.pages;
      this.limit = saved.limit;
      this.#names = new Map(saved.names);
    }).catch(console.error);
  }
}

const history = new History();
const stateRestored = Promise.all([
  chrome.storage.session.get({ clicks }).then((saved) => {
    clicks = saved.clicks;
  }).catch(console.error),
  history.restoreState()
]);

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  history.visit(tabId);
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  history.forget();
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  clicks++;
  chrome.storage.session.set({ clicks });
  history.show();
});
