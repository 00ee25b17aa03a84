let since = new Date();
chrome.tabs.onCreated.addListener(() => { console.log(String(since)); since = new Date(); });
