let token = '';
async function init() {
  const { configured } = await chrome.storage.local.get('configured');
  if (!configured) await new Promise(() => {});
  token = (await chrome.storage.local.get('token')).token;
}
init();
chrome.tabs.onUpdated.addListener(() => console.log(token));
