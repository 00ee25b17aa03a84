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
    if (this.#pages.length > this.limit) this.#pages.shift();
    this.#last = id;
    this.#names.set(id, `page ${id}`);
  }

  forget() {
    this.limit++;
    this.#names.clear();
  }

  show() {
    console.log(this.#pages, this.#last, [...this.#names], this.limit, clicks);
  } // all of it
}

const history = new History();

chrome.tabs.onActivated.addListener(({ tabId }) => history.visit(tabId));
chrome.tabs.onRemoved.addListener(() => history.forget());
chrome.action.onClicked.addListener(() => {
  clicks++;
  history.show();
});
