function first(tabId) {
  console.log('first', tabId);
}
function second(tabId) {
  console.log('second', tabId);
}
async function update() {
  const { one, two } = await chrome.storage.local.get(['one', 'two']);
  chrome.tabs.onRemoved.removeListener(first);
  chrome.tabs.onRemoved.removeListener(second);
  if (one) chrome.tabs.onRemoved.addListener(first);
  if (two) chrome.tabs.onRemoved.addListener(second);
}
chrome.storage.onChanged.addListener(update);
update();
