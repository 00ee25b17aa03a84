chrome.action.setIcon({});
