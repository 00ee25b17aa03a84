chrome.contextMenus.onClicked.addListener((info) => {
  if (localStorage['label-' + info.menuItemId]) console.log(localStorage['label-' + info.menuItemId]);
});
