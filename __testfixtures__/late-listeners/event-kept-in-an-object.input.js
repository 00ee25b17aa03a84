class Watch {
  constructor(event) {
    this.event = event;
  }

  start() {
    this.event.addListener((id) => console.log(id));
  }
}

async function start() {
  await browser.storage.local.get("log");
  new Watch(browser.tabs.onRemoved).start();
}

start();
