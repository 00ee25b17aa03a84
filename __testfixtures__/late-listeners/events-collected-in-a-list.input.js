const events = [];

function collect(event) {
  events.push(event);
}

collect(browser.tabs.onCreated);
collect(browser.tabs.onRemoved);

async function start() {
  await browser.storage.local.get("log");
  events.forEach((event) => event.addListener(() => console.log("changed")));
}

start();
