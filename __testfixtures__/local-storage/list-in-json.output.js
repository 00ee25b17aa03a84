var stored = {};
var storedLoaded = chrome.storage.local.get({ stored: stored }).then(function(saved) {
  stored = saved.stored;
});

function open(id) {
  var ids;
  try {
    ids = JSON.parse(stored.open);
  } catch (error) {
    ids = [];
  }
  ids.push(id);
  stored.open = String(JSON.stringify(ids));
  chrome.storage.local.set({ stored: stored });
}

chrome.downloads.onCreated.addListener(async function(item) {
  await storedLoaded;
  open(item.id);
});
chrome.downloads.onChanged.addListener(async function(delta) {
  await storedLoaded;
  if (JSON.parse(stored.open || '[]').indexOf(delta.id) >= 0) chrome.downloads.open(delta.id);
});
