const ready = chrome.storage.local.get('limit').catch(() => ({}));
let count = 0;
async function add() {
  await ready;
  count++;
}
chrome.tabs.onCreated.addListener(() => { add(); });
chrome.tabs.onRemoved.addListener(() => {
  count--;
  chrome.action.setBadgeText({ text: String(count) });
});
