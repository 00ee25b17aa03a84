function opened(tab) {
  console.log("opened", tab.id);
}

function closed(tabId) {
  console.log("closed", tabId);
}

async function start() {
  await browser.storage.local.get("log");
  [[browser.tabs.onCreated, opened], [browser.tabs.onRemoved, closed]].forEach(([event, listener]) => event.addListener(listener));
}

start();
