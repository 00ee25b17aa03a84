var sizes = { small: 100, large: 400 };

chrome.runtime.onInstalled.addListener(function () {
  for (const size in sizes) {
    chrome.contextMenus.create({
      id: size,
      title: size,
      contexts: ['page']
    });
  }
});

chrome.contextMenus.onClicked.addListener(function (info, tab) {
  var size = Object.keys(sizes).find(function (size) { return size === info.menuItemId; });
  if (size === undefined) return;
  chrome.tabs.sendMessage(tab.id, { width: sizes[size] });
});
