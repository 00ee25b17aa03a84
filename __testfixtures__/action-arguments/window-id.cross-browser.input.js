browser.action.setTitle({ windowId: 1, title: "x" });
browser.action.isEnabled({ windowId: 1 });
browser.action.openPopup({ windowId: 1 });
