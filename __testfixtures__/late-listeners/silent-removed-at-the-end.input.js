function onUpdated(id) {
  console.log(id);
}
function onInstalled() {
  chrome.runtime.onInstalled.removeListener(onInstalled);
}
chrome.tabs.onUpdated.addListener(onUpdated);
chrome.runtime.onInstalled.addListener(onInstalled);
addEventListener('pagehide', () => chrome.tabs.onUpdated.removeListener(onUpdated));
