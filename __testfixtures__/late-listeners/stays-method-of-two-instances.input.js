class Watcher {
  constructor(name) {
    this.name = name;
  }

  async start() {
    await chrome.storage.local.get('on');
    chrome.tabs.onCreated.addListener((tab) => console.log(this.name, tab.id));
  }
}

const first = new Watcher('first');
const second = new Watcher('second');
first.start();
second.start();
