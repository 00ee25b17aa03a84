class Store {
  count = 0;
  add() {
    this.count++;
  }
}

let store;
export function getStore() {
  return (store ??= new Store());
}
