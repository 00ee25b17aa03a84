function on(event, listener) {
  event.addListener(listener);
}

function whenTabsChange(listener) {
  browser.tabs.onUpdated.addListener(listener);
}

function log(id) {
  console.log(id);
}

on(browser.tabs.onCreated, log);
whenTabsChange(log);

async function start() {
  await browser.storage.local.get("log");
  on(browser.tabs.onRemoved, log);
  on(browser.tabs.onCreated, log);
  whenTabsChange((id) => console.log("changed", id));
}

browser.runtime.onMessage.addListener((message) => {
  if (message === "again") whenTabsChange(log);
  if (message === "windows") on(browser.windows.onCreated, log);
});

start();
