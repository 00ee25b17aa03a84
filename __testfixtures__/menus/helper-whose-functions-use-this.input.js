function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

const app = {
  opened: 0,
  start() {
    add('open', 'Open', () => { this.opened += 1; });
  },
};

app.start();
