chrome.storage.session.get('count', ({ count }) => { document.title = count; });
chrome.storage.session.clear();
