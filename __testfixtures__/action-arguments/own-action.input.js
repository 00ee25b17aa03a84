const action = { isEnabled: (what) => what, setTitle() {} };
action.isEnabled({ tabId: 1 });
action.setTitle({ title: null, windowId: 1 });
browser.action.isEnabled(1);
