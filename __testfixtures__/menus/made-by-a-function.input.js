function getHandler() {
  return function (info) {
    chrome.tabs.create({ url: 'info.html#' + info.pageUrl });
  };
}

chrome.contextMenus.create({
  "title": "Get info",
  "onclick": getHandler()
});
