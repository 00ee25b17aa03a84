const dictionary = {
  words: [],
  separator: "|",
  _pattern: null,
  _tester: null,
  _size: null,

  get pattern() {
    if (!this._pattern) {
      const parts = this.words.map((word) => word.replace(/\W/g, "\\$&"));
      this._pattern = parts.join(this.separator);
    }
    return this._pattern;
  },

  get size() {
    return this._size ?? (this._size = this.words.length);
  },

  _prepare() {
    if (this._tester) return;
    this._tester = new RegExp(this.pattern, "i");
  },

  has(text) {
    this._prepare();
    return this._tester.test(text);
  },

  forget() {
    this._pattern = this._tester = null;
    this._size = null;
  },
};

chrome.tabs.onCreated.addListener(({ url }) => {
  dictionary.words = [...dictionary.words, url];
  dictionary.forget();
});

chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  chrome.tabs.sendMessage(tabId, [dictionary.has(tab.url), dictionary.pattern, dictionary.size]);
});
