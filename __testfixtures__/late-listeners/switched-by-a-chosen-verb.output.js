async function onUpdated(id, info) {
  await startUpDone;
  if (!listensToTabsUpdated) return;
  chrome.browserAction.setTitle({ title: String(id) });
}

let listensToTabsUpdated = false;
chrome.tabs.onUpdated.addListener(onUpdated);
function toggle(on) {
  if (on) listensToTabsUpdated = true;
  else listensToTabsUpdated = false;
}
const startUpDone = chrome.storage.local.get({ on: true }).then((o) => toggle(o.on)).catch(console.error);
chrome.storage.onChanged.addListener(async (c) => {
  await startUpDone;
  if (c.on) toggle(c.on.newValue);
});
