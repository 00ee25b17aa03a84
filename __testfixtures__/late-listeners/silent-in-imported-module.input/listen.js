export function listen() {
  chrome.tabs.onCreated.addListener(() => {});
}
