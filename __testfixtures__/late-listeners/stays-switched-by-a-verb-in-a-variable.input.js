function toggleListener(on) {
  var method = on ? 'addListener' : 'removeListener';
  chrome.tabs.onUpdated[method](onUpdated);
  chrome.tabs.onRemoved[method](onRemoved);
}
function onUpdated(id, info) { chrome.storage.local.set({ last: id }); }
function onRemoved(id) { chrome.storage.local.remove('last'); }
chrome.storage.local.get('on', function (o) { toggleListener(o.on); });
chrome.storage.onChanged.addListener(function (c) { if (c.on) toggleListener(c.on.newValue); });
