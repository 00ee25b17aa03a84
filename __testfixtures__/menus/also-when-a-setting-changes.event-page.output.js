function build() {
  chrome.contextMenus.removeAll(function () {
    chrome.contextMenus.create({ id: 'a', title: 'A' });
    chrome.contextMenus.create({ id: 'b', title: 'B' });
  });
}

chrome.storage.onChanged.addListener(build);
chrome.runtime.onInstalled.addListener(build);

chrome.contextMenus.onClicked.addListener(function (info) {
  console.log(info.menuItemId);
});
