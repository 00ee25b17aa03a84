async function start() {
  const options = await chrome.storage.sync.get();
  chrome.tabs.onRemoved.addListener(() => console.log(options));
}
start();
