chrome.runtime.onInstalled.addListener(build);

function build() {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
  chrome.contextMenus.create({ id: 'b', parentId: 'a', title: 'B' });
}
