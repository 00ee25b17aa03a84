let listener;
async function update() {
  const { prefix } = await chrome.storage.local.get({ prefix: '' });
  if (listener) chrome.tabs.onRemoved.removeListener(listener);
  listener = (tabId) => console.log(prefix, tabId);
  chrome.tabs.onRemoved.addListener(listener);
}
chrome.storage.onChanged.addListener(update);
update();
