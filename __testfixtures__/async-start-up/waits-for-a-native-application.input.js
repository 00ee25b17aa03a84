let settings = {};
async function init() {
  const answer = await chrome.runtime.sendNativeMessage('host', { cmd: 'settings' });
  settings = answer;
}
init();
chrome.tabs.onUpdated.addListener(() => console.log(settings.a));
