let token = '';
function init() {
  if (!chrome.runtime.id) return;
  chrome.storage.local.get('token', (items) => {
    token = items.token;
  });
}
init();
chrome.tabs.onUpdated.addListener(() => console.log(token));
