const other = { items: 3 };

class List {
  constructor() {
    this.items = [];
    chrome.storage.local.get({ items: [] }, (saved) => {
      this.items = saved.items;
    });
  }

  add(text) {
    this.items.push(text);
    chrome.storage.local.set({ last: other.items });
  }
}

const list = new List();

chrome.runtime.onMessage.addListener((message) => {
  list.add(message.text);
});

chrome.tabs.onActivated.addListener(() => console.log(list.items.join()));
