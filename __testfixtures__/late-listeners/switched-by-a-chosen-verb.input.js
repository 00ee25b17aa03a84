function onUpdated(id, info) { chrome.browserAction.setTitle({ title: String(id) }); }
function toggle(on) {
  chrome.tabs.onUpdated[on ? 'addListener' : 'removeListener'](onUpdated);
}
chrome.storage.local.get({ on: true }, (o) => toggle(o.on));
chrome.storage.onChanged.addListener((c) => { if (c.on) toggle(c.on.newValue); });
