var parent = chrome.contextMenus.create({ "title": "Tools" });
var first = chrome.contextMenus.create({ "title": "First", "parentId": parent });
chrome.contextMenus.create({
  "title": "Second",
  "parentId": parent
});
chrome.contextMenus.create({ "type": "separator", "parentId": parent });
chrome.contextMenus.create({ "type": "separator", "parentId": parent });
const third = chrome.contextMenus.create({ "id": "item-3", "title": "Third", "parentId": parent });

chrome.contextMenus.onClicked.addListener(function (info) {
  if (info.menuItemId === first) console.log("first");
  if (info.menuItemId === third) console.log("third");
});
