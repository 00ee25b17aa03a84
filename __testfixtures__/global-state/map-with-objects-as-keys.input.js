const seen = new Map();
chrome.tabs.onCreated.addListener((tab) => { seen.set(tab, 1); });
chrome.action.onClicked.addListener(() => console.log(seen.size));
