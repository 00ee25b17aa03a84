const menu = {
  build() {
    this.add('open', 'Open', (info) => console.log('open', info.pageUrl));
    this.add('copy', 'Copy', copy);
  },

  add(id, title, run) {
    chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: (info, tab) => run(info, tab) });
  },
};

function copy(info, tab) {
  console.log('copy', tab.title);
}

menu.build();
