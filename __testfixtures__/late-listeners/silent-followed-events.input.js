const byName = { created: browser.tabs.onCreated, removed: browser.tabs.onRemoved };
const events = [];
events.push(browser.windows.onCreated);
const own = { listeners: [], addListener(listener) { this.listeners.push(listener); } };

function on(event, listener) {
  event.addListener(listener);
}

class Watch {
  constructor(event) {
    this.event = event;
    this.event.addListener((id) => console.log(id));
  }
}

Object.entries(byName).forEach(([name, event]) => event.addListener(() => console.log(name)));
for (const name of ["tabs", "windows"]) browser[name].onCreated.addListener(() => console.log(name));
for (const event of events) event.addListener(() => console.log("opened"));
on(browser.windows.onRemoved, (id) => console.log(id));
new Watch(browser.tabs.onAttached);

async function start() {
  await browser.storage.local.get("log");
  own.addListener(() => console.log("own"));
  const wide = window.matchMedia("(min-width: 1000px)");
  wide.addListener(() => console.log("wide"));
  const port = browser.runtime.connectNative("app");
  port.onMessage.addListener((message) => console.log(message));
  if (browser.tabs.onHighlighted) console.log(byName.created.hasListener(on));
}

start();
