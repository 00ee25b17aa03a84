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
const stateRestored = chrome.storage.session.get({ words: dictionary.words }).then((saved) => {
  dictionary.words = saved.words.map((value) => value ?? undefined);
}).catch(console.error);

chrome.tabs.onCreated.addListener(async ({ url }) => {
  await stateRestored;
  dictionary.words = [...dictionary.words, url];
  chrome.storage.session.set({ words: dictionary.words });
  dictionary.forget();
});

chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  chrome.tabs.sendMessage(tabId, [dictionary.has(tab.url), dictionary.pattern, dictionary.size]);
});
