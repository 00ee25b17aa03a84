let store = null;

export function getStore() {
  if (store === null) store = new Store();
  return store;
}

class Store {
  size = 0;
  titles = {};

  add(id, title) {
    this.size++;
    this.titles[id] = title;
    chrome.storage.session.set({ size: this.size, titles: this.titles });
  }

  remove(id) {
    if (this.titles[id] === undefined) return;
    this.size--;
    delete this.titles[id];
    chrome.storage.session.set({ size: this.size, titles: this.titles });
  }
}
export const stateRestored = chrome.storage.session.get({ size: getStore().size, titles: getStore().titles }).then((saved) => {
  getStore().size = saved.size;
  getStore().titles = saved.titles;
}).catch(console.error);
