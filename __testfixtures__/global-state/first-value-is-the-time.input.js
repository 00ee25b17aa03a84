let last = Date.now();
chrome.tabs.onCreated.addListener(() => { console.log(last); last = Date.now(); });
