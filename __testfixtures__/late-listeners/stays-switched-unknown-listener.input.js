const listeners = [];
function log(tabId) {
  console.log(tabId);
}
async function update() {
  const { on } = await chrome.storage.local.get('on');
  while (listeners.length > 0) chrome.tabs.onRemoved.removeListener(listeners.pop());
  if (on) {
    chrome.tabs.onRemoved.addListener(log);
    listeners.push(log);
  }
}
chrome.storage.onChanged.addListener(update);
update();
