const places = [{ id: 'left', x: 0 }, { id: 'right', x: 800 }];

for (const place of places) {
  chrome.contextMenus.create({ title: place.id, onclick: (info, tab) => chrome.windows.update(tab.windowId, { left: place.x }) });
}

chrome.contextMenus.onClicked.addListener((info) => console.log(info.menuItemId));
