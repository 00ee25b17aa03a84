function onCreated(tab) {
  console.log(tab.id);
}
chrome.storage.local.get('first', () => {
  chrome.tabs.onCreated.addListener(onCreated);
});
chrome.storage.sync.get('second', () => {
  chrome.tabs.onCreated.addListener(onCreated);
});
