chrome.bookmarks.getTree(console.log);
chrome.storage.local.clear();
