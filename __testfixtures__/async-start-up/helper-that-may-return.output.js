let token = '';
async function init() {
  if (!chrome.runtime.id) return;
  await chrome.storage.local.get('token').then((items) => {
    token = items.token;
  });
}
const tokenLoaded = init().catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await tokenLoaded;
  console.log(token);
});
