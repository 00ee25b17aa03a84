function onRemoved(id) {
  console.log(id);
}
chrome.runtime.onInstalled.addListener(() => {
  chrome.tabs.onRemoved.addListener(onRemoved);
});
