class Shelf {
  constructor(key) {
    this.key = key;
    this.items = [];
  }
  async load() {
    const result = await browser.storage.local.get(this.key);
    this.items = result[this.key] || [];
  }
  async add(item) {
    this.items.push(item);
    await this.save();
  }
  clear() {
    this.items = [];
    return this.save();
  }
  save() {
    return browser.storage.local.set({ [this.key]: this.items });
  }
}

const shelf = new Shelf('links');
const theme = () => browser.storage.sync.get('theme');

async function main() {
  await browser.action.setTitle({ title: (await theme()).theme || 'Shelf' });
  await shelf.load();
}

browser.runtime.onMessage.addListener((message) => {
  if (message.add) return shelf.add(message.add);
  if (message.clear) return shelf.clear();
  return Promise.resolve(shelf.items);
});

main();
