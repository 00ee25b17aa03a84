function log(tabId, { url }) {
  console.log(tabId, url);
}
async function update() {
  const { home, follow } = await chrome.storage.local.get(['home', 'follow']);
  await chrome.tabs.create({ url: home });
  if (follow) chrome.tabs.onUpdated.addListener(log);
  else chrome.tabs.onUpdated.removeListener(log);
}
chrome.storage.onChanged.addListener(update);
update();
