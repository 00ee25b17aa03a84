const on = (event, listener) => event.addListener(listener);

async function start() {
  await chrome.storage.local.get();
  on(chrome.tabs.onCreated, () => {});
}
start();
