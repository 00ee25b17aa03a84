function open(id) {
  var ids;
  try {
    ids = JSON.parse(localStorage.open);
  } catch (error) {
    ids = [];
  }
  ids.push(id);
  localStorage.open = JSON.stringify(ids);
}

chrome.downloads.onCreated.addListener(function(item) {
  open(item.id);
});
chrome.downloads.onChanged.addListener(function(delta) {
  if (JSON.parse(localStorage.open || '[]').indexOf(delta.id) >= 0) chrome.downloads.open(delta.id);
});
