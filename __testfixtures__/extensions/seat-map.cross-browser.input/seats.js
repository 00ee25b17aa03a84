class Seats {
  constructor() {
    this.rows = 0;
    this.taken = new Map();
    this.isOpen = false;
    this.visited = [];
  }

  async load() {
    const { plan } = await new Promise((resolve) => chrome.storage.local.get({ plan: 'hall' }, resolve));
    const plans = await new Promise((resolve) => chrome.storage.sync.get({ hall: 30, cellar: 12 }, resolve));
    const { reserved } = await new Promise((resolve) => chrome.storage.local.get({ reserved: 2 }, resolve));
    this.rows = plans[plan] - reserved;
  }

  take(name) {
    if (!this.isOpen) return 'closed';
    for (let row = 1; row <= this.rows; row++) {
      if (this.taken.has(row)) continue;
      this.taken.set(row, name);
      return row;
    }
    return 'full';
  }

  leave(row) {
    return this.taken.delete(row);
  }

  open() {
    this.isOpen = true;
  }

  close() {
    this.isOpen = false;
  }

  visit(url) {
    if (!this.isOpen) return;
    this.visited.push(url);
    chrome.browserAction.setBadgeText({ text: String(this.visited.length) });
  }
}
