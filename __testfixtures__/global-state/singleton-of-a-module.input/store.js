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
  }

  remove(id) {
    if (this.titles[id] === undefined) return;
    this.size--;
    delete this.titles[id];
  }
}
