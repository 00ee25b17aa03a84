export class Counter {
  #count = 0;
  step = 1;

  add() {
    this.#count += this.step;
    chrome.storage.session.set({ count: this.#count });
    return this.#count;
  }

  restoreState() {
    return chrome.storage.session.get({ count: this.#count, step: this.step }).then((saved) => {
      this.#count = saved.count;
      this.step = saved.step;
    }).catch(console.error);
  }
}
