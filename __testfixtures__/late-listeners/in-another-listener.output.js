function onRemoved(id) {
  console.log(id);
}
chrome.tabs.onRemoved.addListener(onRemoved);
