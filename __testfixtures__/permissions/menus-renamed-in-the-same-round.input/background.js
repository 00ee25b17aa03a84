chrome.contextMenus.onClicked.addListener(() => {});
