let token = '';
async function init() {
  const { configured, token: stored } = await chrome.storage.local.get(['configured', 'token']);
  if (!configured) return;
  token = stored;
}
init();
chrome.tabs.onUpdated.addListener(() => console.log(token));
