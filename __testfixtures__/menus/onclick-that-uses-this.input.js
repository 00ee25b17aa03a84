const menu = {
  url: 'https://a.example/',
  build() {
    chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: this.open.bind(this) });
    chrome.contextMenus.create({ id: 'close', title: 'Close', onclick: () => this.open() });
  },
  open() {
    chrome.tabs.create({ url: this.url });
  },
};

menu.build();
