chrome.sidePanel.open({ windowId: 1 });
