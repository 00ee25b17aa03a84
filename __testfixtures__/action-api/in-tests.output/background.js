chrome.action.enable();
