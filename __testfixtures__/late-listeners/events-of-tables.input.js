const byName = { created: browser.tabs.onCreated, removed: browser.tabs.onRemoved };
const table = [{ event: browser.tabs.onAttached, listener: attached }, { event: browser.tabs.onDetached, listener: detached }];
const map = new Map([[browser.windows.onCreated, attached], [browser.windows.onRemoved, detached]]);

function attached(id) {
  console.log("attached", id);
}

function detached(id) {
  console.log("detached", id);
}

async function start() {
  await browser.storage.local.get("log");
  for (const event of Object.values(byName)) event.addListener(attached);
  for (const [name, event] of Object.entries(byName)) event.addListener(() => console.log(name));
  for (let i = 0; i < table.length; i++) table[i].event.addListener(table[i].listener);
  for (const [event, listener] of map) event.addListener(listener);
  map.forEach((listener, event) => event.addListener(listener));
  table.filter(({ event }) => event !== undefined).length;
  table.map(({ event, listener }) => event.addListener(listener));
}

start();
