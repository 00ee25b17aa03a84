chrome.offscreen.hasDocument();
