class Shelf {
  constructor() {
    this.items = [];
    this.seen = 0;
  }
  async load() {
    const { items, seen } = await browser.storage.local.get({ items: [], seen: 0 });
    this.items = items;
    this.seen = seen;
  }
  async add(item) {
    this.items.push(item);
    this.seen++;
    await this.save();
  }
  async save() {
    await browser.storage.local.set({ items: this.items });
  }
}

const shelf = new Shelf();
shelf.load();

browser.runtime.onMessage.addListener((message) => {
  if (message.add) return shelf.add(message.add);
  return Promise.resolve({ items: shelf.items, seen: shelf.seen });
});
