async function watchRemoved() {
  await browser.storage.local.get("removed");
  listen(browser.tabs.onRemoved);
}

async function watchCreated() {
  await browser.storage.local.get("created");
  listen(browser.tabs.onCreated);
}

async function watchAll() {
  await browser.storage.local.get("all");
  await watchRemoved();
}

function listen(event) {
  event.addListener(() => browser.storage.local.set({ at: Date.now() }));
}

watchCreated();
watchAll();
