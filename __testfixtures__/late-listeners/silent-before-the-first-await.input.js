async function start() {
  chrome.tabs.onCreated.addListener(() => {});
  await chrome.storage.local.get();
}
start();
