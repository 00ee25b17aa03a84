class Counter {
  total = 0;

  start() {
    chrome.tabs.onCreated.addListener(() => this.add());
    return this;
  }

  async show() {
    await chrome.action.setTitle({ title: 'tabs' });
    return this;
  }

  add() {
    this.total += 1;
    chrome.action.setBadgeText({ text: String(this.total) });
  }
}

const counter = new Counter();
[1].forEach(counter.start);
void counter.show();
