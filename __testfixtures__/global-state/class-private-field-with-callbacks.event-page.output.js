class Counter { #count = 0; next() {
  this.#count++;
  chrome.storage.session.set({ count: this.#count });
  return this.#count;
}

  restoreState() {
    return new Promise((resolve) => {
      chrome.storage.session.get({ count: this.#count }, (saved) => {
        if (saved) {
          this.#count = saved.count;
        }
        resolve();
      });
    });
  }
}
const pages = new Counter();
const stateRestored = pages.restoreState();
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(pages.next());
});
