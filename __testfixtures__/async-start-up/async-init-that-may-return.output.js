let token = '';
async function init() {
  const { configured, token: stored } = await chrome.storage.local.get(['configured', 'token']);
  if (!configured) return;
  token = stored;
}
const tokenLoaded = init().catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await tokenLoaded;
  console.log(token);
});
