let pattern = /a/;
chrome.tabs.onCreated.addListener(() => { console.log(pattern.source); pattern = /b/; });
