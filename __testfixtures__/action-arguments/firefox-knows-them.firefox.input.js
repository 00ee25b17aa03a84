browser.action.setTitle({ windowId: 1, title: null });
browser.action.onClicked.addListener((tab, info) => console.log(info.button, browser.action.isEnabled({ tabId: tab.id })));
