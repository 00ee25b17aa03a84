export function listen() {
  chrome.tabs.onRemoved.addListener((tabId) => console.log(tabId));
}
