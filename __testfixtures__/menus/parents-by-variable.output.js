var parent = "parent";
var first = "first";
const third = "item-3";
chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ "id": parent, "title": "Tools" });
  chrome.contextMenus.create({ "id": first, "title": "First", "parentId": parent });
  chrome.contextMenus.create({
    "id": "second",
    "title": "Second",
    "parentId": parent
  });
  chrome.contextMenus.create({ "id": "separator-1", "type": "separator", "parentId": parent });
  chrome.contextMenus.create({ "id": "separator-2", "type": "separator", "parentId": parent });
  chrome.contextMenus.create({ "id": third, "title": "Third", "parentId": parent });
});

chrome.contextMenus.onClicked.addListener(function (info) {
  if (info.menuItemId === first) console.log("first");
  if (info.menuItemId === third) console.log("third");
});
