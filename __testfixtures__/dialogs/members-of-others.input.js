const dialogs = { alert: console.log, confirm: console.log };
chrome.contextMenus.onClicked.addListener(() => dialogs.alert(dialogs.confirm));
