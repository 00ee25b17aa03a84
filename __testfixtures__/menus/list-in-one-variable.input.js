var sizes = [{ id: 'small', width: 640 }, { id: 'large', width: 1280 }];

for (var i = 0; i < sizes.length; i++) {
  var size = sizes[i];
  chrome.contextMenus.create({ id: size.id, title: size.id, onclick: function (info, tab) { chrome.windows.update(tab.windowId, { width: size.width }); } });
}
