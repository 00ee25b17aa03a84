class Counter {
  total = 0;

  start() {
    chrome.tabs.onCreated.addListener(async () => {
      await stateRestored;
      this.add();
    });
    return this;
  }

  async show() {
    await chrome.action.setTitle({ title: 'tabs' });
    return this;
  }

  add() {
    this.total += 1;
    chrome.storage.session.set({ total: this.total });
    chrome.action.setBadgeText({ text: String(this.total) });
  }
}

const counter = new Counter();
const stateRestored = chrome.storage.session.get({ total: counter.total }).then((saved) => {
  counter.total = saved.total;
}).catch(console.error);
counter.start();
void counter.show();
