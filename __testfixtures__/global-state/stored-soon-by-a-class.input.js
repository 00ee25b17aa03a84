class Store {
  items = new Map();
  listeners = new Set();

  constructor(key) {
    this.key = key;
    this.ready = this.load();
  }

  async load() {
    const data = await chrome.storage.local.get(this.key);
    for (const item of data[this.key] ?? []) this.items.set(item.url, item);
  }

  async add(item) {
    await this.ready;
    this.items.set(item.url, item);
    this.changed();
  }

  async size() {
    await this.ready;
    return this.items.size;
  }

  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed() {
    this.listeners.forEach((listener) => listener(this.items.size));
    setTimeout(() => this.flush(), 500);
  }

  flush() {
    chrome.storage.local.set({ [this.key]: Array.from(this.items.values()) });
  }
}

const store = new Store("items");

store.onChange((size) => console.log(size));

chrome.tabs.onCreated.addListener((tab) => store.add({ url: tab.pendingUrl }));

chrome.tabs.onRemoved.addListener(async () => console.log(await store.size()));
