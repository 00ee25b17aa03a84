function log(tabId) {
  console.log(tabId);
}
function off(event) {
  event.removeListener(log);
}
async function update() {
  const { on } = await chrome.storage.local.get('on');
  if (on) chrome.tabs.onRemoved.addListener(log);
  else off(chrome.tabs.onRemoved);
}
chrome.storage.onChanged.addListener(update);
update();
