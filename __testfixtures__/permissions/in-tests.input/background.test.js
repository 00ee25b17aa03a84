chrome.bookmarks.getTree(console.log);
