const tools = {
  address: 'https://a.example/',
  build() {
    const open = () => chrome.tabs.create({ url: this.address });
    chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: () => open() });
  },
};

tools.build();
