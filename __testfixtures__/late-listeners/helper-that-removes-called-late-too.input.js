function once(event, listener) {
  event.addListener(function heard(id) {
    event.removeListener(heard);
    listener(id);
  });
}

once(browser.tabs.onCreated, () => console.log("first tab"));

async function start() {
  await browser.storage.local.get("log");
  once(browser.tabs.onUpdated, (id) => console.log("loaded", id));
  once(browser.tabs.onRemoved, (id) => console.log("closed", id));
}

start();
