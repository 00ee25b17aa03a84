function getHandler() {
  return function (info) {
    chrome.tabs.create({ url: 'info.html#' + info.pageUrl });
  };
}

chrome.runtime.onInstalled.addListener(function () {
  chrome.contextMenus.create({
    "id": "get-info",
    "title": "Get info"
  });
});

chrome.contextMenus.onClicked.addListener(function (info) {
  if (info.menuItemId === "get-info") getHandler()(info);
});
